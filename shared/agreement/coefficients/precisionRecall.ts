import { type Reason, without } from './measured.ts'

/**
 * How much of what a key has was found (recall), how much of what was found the key has (precision), and their harmonic
 * mean, F1 (van Rijsbergen 1979, chapter 7, with β = 1).
 */
export interface Scores {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export type Scored = Scores | { readonly value: null; readonly reason: Reason }

/** What a score is made of: those of several articles are added. */
export interface ScoreCounts {
  readonly common: number
  readonly inKey: number
  readonly found: number
  /** What is common seen from what was found, where that is counted otherwise. */
  readonly commonFound?: number
}

/** What is common to both, of what the key has and of what was found. Nothing found counts as nothing right; none where neither has anything. */
export function precisionRecall(counts: ScoreCounts): Scored {
  const { common, inKey, found, commonFound = common } = counts
  if (inKey === 0 && found === 0) return without('nothing-annotated')
  return scoresOf(inKey === 0 ? 0 : common / inKey, found === 0 ? 0 : commonFound / found)
}

export function scoresOf(recall: number, precision: number): Scores {
  return { recall, precision, f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision) }
}
