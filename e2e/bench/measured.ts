/** A window that is measured: milliseconds to something painted, and milliseconds of CPU that its process used for it. */
export interface Taken {
  readonly ms: number | null
  readonly cpu: number | null
}

/** What was measured several times, in the order in which it was. */
export interface Series {
  readonly middle: number
  readonly least: number
  readonly most: number
  readonly values: readonly number[]
}

/** Null where nothing was measured. */
export function seriesOf(values: readonly (number | null)[]): Series | null {
  const there = values.filter(value => value !== null)
  if (there.length === 0) return null
  const sorted = there.toSorted((one, other) => one - other)
  return { middle: middleOf(sorted), least: sorted[0]!, most: sorted.at(-1)!, values: there }
}

/** The middle of sorted values; of two in the middle, what lies between them. */
function middleOf(sorted: readonly number[]): number {
  const half = sorted.length / 2
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2
}

/** The value at or below which that part of sorted values lies. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0
}
