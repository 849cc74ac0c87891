/** One part of a split: what it is called, and how many of a hundred articles are to be in it. */
export interface Part {
  readonly name: string
  readonly share: number
}

/** A split of more parts than this would be one of single articles. */
export const MAX_PARTS = 100

/**
 * Why words are no shares: some part isn't a number above zero with at most
 * three decimals, or its name isn't one; there is one part alone, or more than
 * `MAX_PARTS`; some have names and others none; two have the same; or they sum
 * to `sum` and not to 100.
 */
export type SharesRefused =
  | { readonly refused: 'part'; readonly words: string }
  | { readonly refused: 'one' | 'many' | 'half-named' }
  | { readonly refused: 'twice'; readonly words: string }
  | { readonly refused: 'sum'; readonly sum: number }

/** What two and three parts are called where nobody says otherwise. */
const usualNames: Readonly<Record<number, readonly string[]>> = {
  2: ['train', 'test'],
  3: ['train', 'validation', 'test'],
}

/**
 * Reads `80/10/10`, or with names of one's own `train=80/dev=20`: small Latin
 * letters, digits and `_`, as file names and the Hugging Face hub take them.
 * Without names two parts are train and test, three train, validation and test,
 * and more are `part_1`, `part_2`….
 */
export function readShares(words: string): readonly Part[] | SharesRefused {
  const given = words.split('/')
  const read = given.map(part => /^(?:([a-z][a-z0-9_]{0,31})=)?(\d{1,3}(?:\.\d{1,3})?)$/.exec(part))
  const wrong = read.findIndex(part => part === null || Number(part[2]) === 0)
  if (wrong >= 0) return { refused: 'part', words: given[wrong]! }
  if (read.length === 1) return { refused: 'one' }
  if (read.length > MAX_PARTS) return { refused: 'many' }
  const named = read.filter(part => part![1] !== undefined).length
  if (named > 0 && named < read.length) return { refused: 'half-named' }
  const parts = read.map((part, i) => ({ name: part![1] ?? nameOf(i, read.length), share: Number(part![2]) }))
  const twice = parts.find(({ name }, i) => parts.findIndex(other => other.name === name) !== i)
  if (twice) return { refused: 'twice', words: twice.name }
  const sum = parts.reduce((all, { share }) => all + thousandths(share), 0)
  return sum === 100_000 ? parts : { refused: 'sum', sum: sum / 1000 }
}

function nameOf(index: number, of: number): string {
  return usualNames[of]?.[index] ?? `part_${index + 1}`
}

/**
 * How many of `count` articles each part is to have: its share, rounded so that
 * all of them are `count` (what is left over goes to the largest fractions, and
 * of equal ones to the part that comes first).
 */
export function quotasOf(count: number, parts: readonly Part[]): number[] {
  const all = parts.reduce((sum, { share }) => sum + thousandths(share), 0)
  const exact = parts.map(({ share }) => count * thousandths(share))
  const quotas = exact.map(articles => Math.floor(articles / all))
  const left = count - quotas.reduce((sum, quota) => sum + quota, 0)
  const byFraction = parts.map((_, i) => i).sort((a, b) => (exact[b]! % all) - (exact[a]! % all) || a - b)
  for (const i of byFraction.slice(0, left)) quotas[i]!++
  return quotas
}

/** Whole numbers, so that 33.3 and 33.3 and 33.4 are 100. */
const thousandths = (share: number) => Math.round(share * 1000)
