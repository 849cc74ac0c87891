import type { Bar } from './geometry.ts'

/** How wide and high at least the place is that takes hold of an end, CSS pixels. */
export const GRIP = 24

/**
 * How far a grip reaches to the left and to the right of its end: evenly, but no further than halfway to the next end on
 * its line. What it can't have on one side it takes on the other, so that it is never narrow, unless both sides are.
 */
export function reach(
  { x, top, bottom }: Bar,
  neighbours: readonly (Bar | undefined)[],
): { readonly left: number; readonly right: number } {
  let left = GRIP
  let right = GRIP
  for (const other of neighbours) {
    if (!other || other.bottom <= top || other.top >= bottom) continue
    if (other.x < x) left = Math.min(left, (x - other.x) / 2)
    else right = Math.min(right, (other.x - x) / 2)
  }
  const half = GRIP / 2
  return {
    left: Math.min(left, right < half ? GRIP - right : half),
    right: Math.min(right, left < half ? GRIP - left : half),
  }
}
