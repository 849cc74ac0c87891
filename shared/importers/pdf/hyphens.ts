/**
 * How the lines of a paragraph become one.
 *
 * - A soft hyphen at a line's end goes, and the word is whole, but for compounds
 *   as below. Elsewhere it is a hyphen like any other: a page has only what is seen.
 * - A hyphen after a letter, before a small letter, goes too: words are divided
 *   far more often than a compound falls on a line's end. It stays where the
 *   word has a hyphen already (`state-of-the-art`), behind the few words that
 *   nearly always have one (`well-known`, `self-made`), and where the document
 *   writes the word with it inside a line, and nowhere without it.
 * - A hyphen before a capital, a digit or anything else stays, and nothing is
 *   put after it: `Franco-` and `German` are `Franco-German`.
 * - A dash that stands apart from the word before it is a dash.
 * - Lines of Chinese or Japanese follow each other without a space.
 */
export function joinLines(lines: readonly string[], known: ReadonlySet<string>): string {
  let whole = ''
  for (const [i, line] of lines.entries()) whole = i === 0 ? line : joined(whole, line, known)
  return whole.replaceAll('\u00ad', '-')
}

function joined(before: string, after: string, known: ReadonlySet<string>): string {
  const divided = /([\p{L}\p{M}\p{N}’\u2010\u00ad-]*[\p{L}\p{M}\p{N}])[-\u2010\u00ad]$/u.exec(
    before.slice(-LONGEST_WORD),
  )
  if (divided) {
    const [head, tail] = [divided[1]!, /^[\p{L}\p{M}’']*/u.exec(after)![0]]
    return (isDivided(head, tail, before.endsWith('\u00ad'), known) ? before.slice(0, -1) : before) + after
  }
  if (withoutSpaces.test(before.slice(-1)) && withoutSpaces.test(after.charAt(0))) return before + after
  return `${before} ${after}`
}

const LONGEST_WORD = 100

/** Whether the hyphen between two parts of a word is there for the line's end alone. */
function isDivided(head: string, tail: string, isSoft: boolean, known: ReadonlySet<string>): boolean {
  if (!/\p{L}\p{M}*$/u.test(head) || tail === '') return false
  const [one, other] = [head.toLowerCase(), tail.toLowerCase()]
  if (known.has(`${one}-${other}`) && !known.has(one + other)) return false
  if (/^(?:well|self|half)$/.test(one)) return false
  if (/^\p{Ll}/u.test(tail)) return !(isSoft ? /\u00ad/ : /[-\u2010\u00ad]/).test(head)
  return isSoft && !/\p{Ll}\p{M}*$/u.test(head)
}

/** The words that lines have inside, in small letters: not the last of a line, which may be divided. */
export function wordsInside(lines: Iterable<string>): Set<string> {
  const words = new Set<string>()
  for (const line of lines)
    for (const [word] of line.replace(/\S+$/, '').matchAll(inside))
      words.add(word.toLowerCase().replace(/[\u2010\u00ad]/g, '-'))
  return words
}

const inside = /[\p{L}\p{M}\p{N}’']+(?:[-\u2010\u00ad][\p{L}\p{M}\p{N}’']+)*/gu
const withoutSpaces = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/
