import { alphaBy } from './krippendorffAlpha.ts'
import { type Measured, without } from './measured.ts'
import { MISSING, type Ratings } from './ratings.ts'

/** How far two sets are apart, from 0 for the same to 1 for nothing in common. */
export type SetDistance = (a: ReadonlySet<string>, b: ReadonlySet<string>) => number

/** Jaccard's distance (Jaccard 1912): what both have, of what either has, taken from 1. Two empty sets are the same. */
export const jaccardDistance: SetDistance = (a, b) => {
  const both = commonOf(a, b)
  const either = a.size + b.size - both
  return either === 0 ? 0 : 1 - both / either
}

/**
 * MASI (Passonneau 2006): Jaccard's measure, times 1 for equal sets, 2/3 where one holds the
 * other, 1/3 where each has something of its own, 0 where nothing is common; taken from 1.
 */
export const masiDistance: SetDistance = (a, b) => {
  const both = commonOf(a, b)
  const either = a.size + b.size - both
  if (either === 0) return 0
  const monotony = both === either ? 1 : both === 0 ? 0 : both === Math.min(a.size, b.size) ? 2 / 3 : 1 / 3
  return 1 - monotony * (both / either)
}

function commonOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const one of a) if (b.has(one)) both++
  return both
}

/** Ratings whose values are sets: rows of units, null where somebody rated nothing. */
export function setRatingsOf(rows: readonly (readonly (Iterable<string> | null)[])[]): Ratings<ReadonlySet<string>> {
  const annotators = Math.max(0, ...new Set(rows.map(row => row.length)))
  const codeOf = new Map<string, number>()
  const categories: ReadonlySet<string>[] = []
  const codes = new Int32Array(rows.length * annotators).fill(MISSING)
  for (const [row, values] of rows.entries())
    for (const [annotator, value] of values.entries()) {
      if (value === null) continue
      const set = new Set(value)
      const key = JSON.stringify([...set].sort())
      const code = codeOf.get(key) ?? categories.push(set) - 1
      codeOf.set(key, code)
      codes[row * annotators + annotator] = code
    }
  return { annotators, rows: rows.length, codes, times: null, categories }
}

/** Krippendorff's α of sets (Passonneau 2006: α with MASI as the difference). */
export function alphaOfSets(ratings: Ratings<ReadonlySet<string>>, apart: SetDistance): Measured {
  if (ratings.rows === 0) return without('no-ratings')
  return alphaBy(ratings, (k, l) => apart(ratings.categories[k]!, ratings.categories[l]!))
}
