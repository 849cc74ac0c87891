import type { Bar } from './geometry.ts'

/** How high at least the place is that takes hold of an end, CSS pixels. */
export const GRIP = 24
/** How far it reaches over the annotation's own words, and how far beyond them: the words that follow can be selected. */
export const INSIDE = 14
export const OUTSIDE = 4

/**
 * How far a grip reaches to the left and to the right of its end, and no further than halfway to the next end on its line.
 * `outwards` is the way out of the annotation: -1 is to the left.
 */
export function reach(
  { x, top, bottom, outwards }: Bar & { readonly outwards: -1 | 1 },
  neighbours: readonly (Bar | undefined)[],
): { readonly left: number; readonly right: number } {
  let left = outwards < 0 ? OUTSIDE : INSIDE
  let right = outwards < 0 ? INSIDE : OUTSIDE
  for (const other of neighbours) {
    if (!other || other.bottom <= top || other.top >= bottom) continue
    if (other.x < x) left = Math.min(left, (x - other.x) / 2)
    else right = Math.min(right, (other.x - x) / 2)
  }
  return { left, right }
}
