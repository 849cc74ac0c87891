import type { Unit } from '../unitizingAlpha.ts'

/** How γ weighs where units stand against what they are. */
export interface GammaWeights {
  /** Of the positional part. */
  readonly alpha: number
  /** Of the categorial part. */
  readonly beta: number
  /** What it costs that an annotator has no unit there (Δ∅). */
  readonly empty: number
  /** How far two categories differ, from 0 to 1. Without it: wholly, unless they are the same. */
  readonly apart?: (one: string, other: string) => number
}

/** As Mathet, Widlöcher and Métivier use them where nothing speaks for others. */
export const evenWeights: GammaWeights = { alpha: 1, beta: 1, empty: 1 }

/** How far two units stand apart: the parts by which their ends differ, of both lengths, squared (d_pos-sporadic, Mathet et al. 2015, eq. 4). */
export function positional(one: Unit, other: Unit): number {
  const lengths = one.end - one.start + other.end - other.start
  const apart = Math.abs(one.start - other.start) + Math.abs(one.end - other.end)
  return lengths === 0 ? (apart === 0 ? 0 : Number.POSITIVE_INFINITY) : (apart / lengths) ** 2
}

/** How unlike two units are: where they stand and what they are, weighed (d_combi, there, eq. 7). */
export function dissimilarity(one: Unit, other: Unit, { alpha, beta, empty, apart }: GammaWeights): number {
  return (alpha * positional(one, other) + beta * categorial(one.category, other.category, apart)) * empty
}

/** How far categories differ. */
export function categorial(one: string, other: string, apart?: GammaWeights['apart']): number {
  return apart ? apart(one, other) : one === other ? 0 : 1
}
