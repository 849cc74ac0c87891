/** Why a measure has no value. A closed list: what a person reads of each stands in `shared/words/`. */
export const reasons = [
  'no-ratings',
  'one-annotator',
  'no-pairs',
  'not-two-annotators',
  'no-variation',
  'not-numbers',
  'below-zero',
  'too-many-values',
  'nothing-annotated',
  'one-article',
  'rarely-defined',
] as const
export type Reason = (typeof reasons)[number]

/**
 * What came of a measure: its value with the two figures that it is made of, or
 * why there is none. `found` and `byChance` are agreement, from 0 to 1; of α they are disagreement
 * in the square of the values' unit. `byChance` is null for a measure that corrects nothing.
 */
export type Measured =
  | { readonly value: number; readonly found: number; readonly byChance: number | null }
  | { readonly value: null; readonly reason: Reason }

/** No value, and why. */
export function without(reason: Reason): { readonly value: null; readonly reason: Reason } {
  return { value: null, reason }
}

/** How far agreement goes beyond chance, of how far it could: (Po − Pe) / (1 − Pe). None where chance alone agrees everywhere. */
export function beyondChance(found: number, byChance: number): Measured {
  if (1 - byChance < CERTAIN) return without('no-variation')
  return { value: (found - byChance) / (1 - byChance), found, byChance }
}
/** Sums of shares miss 1 by less than this: what is nearer to it is 1. */
const CERTAIN = 1e-12
