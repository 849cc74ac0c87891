/**
 * How two lines of one paragraph become one.
 *
 * - A soft hyphen at a line's end goes, and the word is whole.
 * - A hyphen after a letter, before a small letter, goes too: words are divided
 *   far more often than a compound falls on a line's end. It stays where the
 *   word has a hyphen already (`state-of-the-art`), and where the document
 *   writes the word with it inside a line, and nowhere without it.
 * - A hyphen before a capital, a digit or anything else stays, and nothing is
 *   put after it: `Franco-` and `German` are `Franco-German`.
 * - A dash that stands apart from the word before it is a dash.
 * - Lines of Chinese or Japanese follow each other without a space.
 */
export function joinLines(before: string, after: string, words: ReadonlySet<string>): string {
  if (/\u00ad$/.test(before)) return before.slice(0, -1) + after
  const divided = /(?<=([\p{L}\p{M}\p{N}’'-]*[\p{L}\p{M}\p{N}]))[-\u2010]$/u.exec(before)
  if (divided) {
    const [head, tail] = [divided[1]!, /^[\p{L}\p{M}’']*/u.exec(after)![0]]
    if (/\p{L}\p{M}*$/u.test(head) && /^\p{Ll}/u.test(tail) && !staysDivided(head, tail, words))
      return before.slice(0, -1) + after
    return before + after
  }
  if (withoutSpaces.test(before.slice(-1)) && withoutSpaces.test(after.charAt(0))) return before + after
  return `${before} ${after}`
}

function staysDivided(head: string, tail: string, words: ReadonlySet<string>): boolean {
  if (/[-\u2010]/.test(head)) return true
  const [one, other] = [head.toLowerCase(), tail.toLowerCase()]
  return words.has(`${one}-${other}`) && !words.has(one + other)
}

/** The words that lines have inside, in small letters: not the last of a line, which may be divided. */
export function wordsInside(lines: Iterable<string>): Set<string> {
  const words = new Set<string>()
  for (const line of lines)
    for (const [word] of line.replace(/\S+$/, '').matchAll(/[\p{L}\p{M}\p{N}’']+(?:[-\u2010][\p{L}\p{M}\p{N}’']+)*/gu))
      words.add(word.toLowerCase().replaceAll('\u2010', '-'))
  return words
}

const withoutSpaces = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/
