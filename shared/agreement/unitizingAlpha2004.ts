import type { Span } from '../annotation/span.ts'

/** A continuum: it may begin anywhere, and its offsets are whole numbers. */
export interface Continuum {
  readonly begin: number
  readonly length: number
}

export interface UnitizingAlpha2004 {
  /** Null where nobody marked a unit. */
  readonly alpha: number | null
  readonly observed: number
  readonly expected: number
}

/**
 * α for unitizing as it was first defined (Krippendorff 1995; 2004, “Content
 * Analysis”, 2nd edition, pp. 251–256): for one category, units of two or more
 * annotators, none of whose units overlap (RangeError). Units that overlap differ
 * by the squares of what parts their ends; one that lies within a gap of another's
 * by the square of its length.
 */
export function unitizingAlpha2004(
  { begin, length }: Continuum,
  annotators: readonly (readonly Span[])[],
): UnitizingAlpha2004 {
  const sections = annotators.map(units => sectionsOf(begin, length, units))
  const m = annotators.length
  let parted = 0
  for (const [i, one] of sections.entries())
    for (const [j, other] of sections.entries())
      if (i !== j) for (const a of one) for (const b of other) parted += distance(a, b)
  const observed = parted / (m * (m - 1) * length ** 2)
  const all = sections.flat()
  const units = all.filter(({ isUnit }) => isUnit)
  const gaps = all.filter(({ isUnit }) => !isUnit)
  let byChance = 0
  for (const unit of units) {
    const l = lengthOf(unit)
    const room = gaps.reduce((sum, gap) => sum + Math.max(0, lengthOf(gap) - l + 1), 0)
    byChance += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * room
  }
  const places =
    m * length * (m * length - 1) - units.reduce((sum, unit) => sum + lengthOf(unit) * (lengthOf(unit) - 1), 0)
  const expected = ((2 / length) * byChance) / places
  return { alpha: expected > 0 ? 1 - observed / expected : null, observed, expected }
}

/** α of all categories together, each unitized by itself (there, p. 255). */
export function allTogether(categories: readonly UnitizingAlpha2004[]): number | null {
  const observed = categories.reduce((sum, one) => sum + one.observed, 0)
  const expected = categories.reduce((sum, one) => sum + one.expected, 0)
  return expected > 0 ? 1 - observed / expected : null
}

interface Section extends Span {
  readonly isUnit: boolean
}

function sectionsOf(begin: number, length: number, units: readonly Span[]): Section[] {
  const out: Section[] = []
  let at = begin
  for (const { start, end } of [...units].sort((one, other) => one.start - other.start)) {
    if (start < at || end > begin + length) throw new RangeError('Units overlap, or leave the continuum')
    if (start > at) out.push({ start: at, end: start, isUnit: false })
    out.push({ start, end, isUnit: true })
    at = end
  }
  if (at < begin + length) out.push({ start: at, end: begin + length, isUnit: false })
  return out
}

function distance(a: Section, b: Section): number {
  if (a.isUnit && b.isUnit)
    return a.start < b.end && b.start < a.end ? (a.start - b.start) ** 2 + (a.end - b.end) ** 2 : 0
  if (a.isUnit && !b.isUnit) return b.start <= a.start && a.end <= b.end ? lengthOf(a) ** 2 : 0
  if (b.isUnit && !a.isUnit) return a.start <= b.start && b.end <= a.end ? lengthOf(b) ** 2 : 0
  return 0
}

function lengthOf({ start, end }: Span): number {
  return end - start
}
