import { PERMUTATIONS } from './signature.ts'

/** How signatures are cut so that alike ones meet: `bands` of `rows` permutations each. */
export interface Bands {
  readonly bands: number
  readonly rows: number
  /** The chance, 0 to 1, that two articles that resemble each other just as much as the threshold are looked at together. */
  readonly recall: number
}

/** Below this most articles would have to be compared with most others. */
export const LOWEST_THRESHOLD = 0.2
const WANTED_RECALL = 0.99

/**
 * The bands for a threshold of resemblance, `LOWEST_THRESHOLD` to 1: the most
 * rows a band with which at least 99 of 100 pairs at the threshold meet.
 * Articles of resemblance s share some band with a chance of 1 − (1 − s^r)^b
 * for b bands of r rows (Leskovec, Rajaraman, Ullman, “Mining of Massive
 * Datasets”, 3.4). Throws `RangeError` for another threshold.
 */
export function bandsFor(threshold: number): Bands {
  if (!(threshold >= LOWEST_THRESHOLD && threshold <= 1)) throw new RangeError(`no threshold: ${threshold}`)
  let rows = PERMUTATIONS
  while (rows > 1 && recallOf(threshold, rows) < WANTED_RECALL) rows--
  return { bands: bandsOf(rows), rows, recall: recallOf(threshold, rows) }
}

const bandsOf = (rows: number) => Math.floor(PERMUTATIONS / rows)
const recallOf = (threshold: number, rows: number) => 1 - (1 - threshold ** rows) ** bandsOf(rows)
