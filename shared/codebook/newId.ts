/** What ids can't be: ends of links that are no tags, and names that every object has. */
const reserved: ReadonlySet<string> = new Set(['author', 'entity', 'constructor'])
const LONGEST = 40

/**
 * A permanent id made of a label: its letters and digits, small, joined by
 * hyphens; with a number where that is taken. Where the label has no letter,
 * `otherwise` is used.
 */
export function newId(label: string, taken: Iterable<string>, otherwise: string): string {
  const known = new Set(taken)
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  const base = [...(words?.join('-') ?? otherwise)].slice(0, LONGEST).join('').replace(/-$/, '')
  const isFree = (id: string) => !known.has(id) && !reserved.has(id)
  if (isFree(base)) return base
  for (let number = 2; ; number++) if (isFree(`${base}-${number}`)) return `${base}-${number}`
}
