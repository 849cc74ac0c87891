/**
 * Text whose lines were broken for the way, with its paragraphs whole again, as
 * `format=flowed` says it: a line that ends in a space goes on in the next, if
 * that is quoted as deep. `deletesSpace` where that space was put there for the
 * break alone. A space that only keeps a line from looking like something else
 * is taken away.
 */
export function unflowed(text: string, deletesSpace: boolean): string {
  const lines: { depth: number; words: string; goesOn: boolean }[] = []
  for (const line of text.split('\n')) {
    const [, marks = '', rest = ''] = /^(>*) ?(.*)$/s.exec(line) ?? []
    const depth = marks.length
    const goesOn = rest.endsWith(' ') && rest !== '-- '
    const before = lines.at(-1)
    if (before?.goesOn && before.depth === depth && rest !== '-- ') {
      before.words = (deletesSpace ? before.words.slice(0, -1) : before.words) + rest
      before.goesOn = goesOn
    } else lines.push({ depth, words: rest, goesOn })
  }
  return lines.map(({ depth, words }) => (depth > 0 ? `${'>'.repeat(depth)} ${words}` : words)).join('\n')
}
