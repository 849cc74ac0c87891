import type { Span } from '../annotation/span.ts'

/** A stretch of a continuum that an annotator gave a category. */
export interface Unit extends Span {
  readonly category: string
}

/**
 * Krippendorff's coefficients for units of a continuum; null where there is
 * nothing of which chance could be told (one category, or no units).
 */
export interface UnitizingAlpha {
  /** uα: of units and gaps with their categories. */
  readonly u: number | null
  /** |uα: of units against gaps, whatever their category. */
  readonly binary: number | null
  /** cuα: of categories where units meet units. */
  readonly cu: number | null
  /** (k)uα: how well a category is told from others, where units meet units. */
  readonly byCategory: Readonly<Record<string, number | null>>
  /** How much of the continuum lies where units meet units, of 1. */
  readonly coverage: number
}

/**
 * The α family for unitizing (Krippendorff, Mathet, Bouvry and Widlöcher 2016,
 * “On the reliability of unitizing textual continua: further developments”,
 * Quality & Quantity 50, 2347–2364). `annotators` are two or more lists of units
 * in a continuum from 0 to `length`; units of one annotator may not overlap
 * (RangeError), since the coefficients have no place for it.
 *
 * A coincidence is a length on which two annotators' sections (units and gaps
 * between them) meet. By chance whole units would meet: what a unit says of its
 * own length can't meet itself, so the squares of the units' lengths are taken
 * out of the expected coincidences, and gaps, which have no size, with their length.
 * Of cuα and (k)uα it is the lengths on which a unit meets units at all, summed
 * over the other annotators as coincidences are; by two annotators, whose units
 * meet one other each, that is how others compute it too.
 */
export function unitizingAlpha(length: number, annotators: readonly (readonly Unit[])[]): UnitizingAlpha {
  const sections = annotators.map(units => sectionsOf(length, units))
  const categories = [...new Set(annotators.flat().map(({ category }) => category))].sort()
  const number = new Map(categories.map((category, i) => [category, i + 1]))
  const all = meetings(sections, category => (category === null ? GAP : number.get(category)!), categories.length + 1)
  const some = meetings(sections, category => (category === null ? GAP : 1), 2)
  const itself = sections
    .flat()
    .reduce((sum, { start, end, category }) => sum + (category === null ? end - start : (end - start) ** 2), 0)
  const units = unitsAlone(all)
  return {
    u: alpha(all.lengths, itself),
    binary: alpha(some.lengths, itself),
    cu: alpha(units.lengths, sum(units.squares)),
    byCategory: Object.fromEntries(categories.map((category, i) => [category, alphaOf(i, units)])),
    coverage: length === 0 ? 0 : sum(units.lengths.map(sum)) / (annotators.length * length),
  }
}

const GAP = 0

interface Section extends Span {
  readonly category: string | null
}

function sectionsOf(length: number, units: readonly Unit[]): Section[] {
  const out: Section[] = []
  let at = 0
  for (const unit of [...units].sort((one, other) => one.start - other.start)) {
    if (unit.start < at || unit.end > length) throw new RangeError('Units overlap, or leave the continuum')
    if (unit.start > at) out.push({ start: at, end: unit.start, category: null })
    if (unit.end > unit.start) out.push({ ...unit })
    at = unit.end
  }
  if (at < length) out.push({ start: at, end: length, category: null })
  return out
}

interface Meetings {
  /** How long categories meet, of all ordered pairs of annotators, divided by their number less one. */
  readonly lengths: readonly (readonly number[])[]
  /** By category: the squares of how long each of its units meets units, measured in the same way. */
  readonly squares: readonly number[]
}

function meetings(
  sections: readonly (readonly Section[])[],
  numberOf: (category: string | null) => number,
  size: number,
): Meetings {
  const lengths = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  const met = new Map<Section, number>()
  const others = Math.max(1, sections.length - 1)
  const meet = (a: Section, b: Section, length: number) => {
    const c = numberOf(a.category)
    const k = numberOf(b.category)
    lengths[c]![k]! += length
    lengths[k]![c]! += length
    if (c === GAP || k === GAP) return
    for (const unit of [a, b]) met.set(unit, (met.get(unit) ?? 0) + length)
  }
  for (const [i, one] of sections.entries())
    for (const other of sections.slice(i + 1))
      for (let x = 0, y = 0; x < one.length && y < other.length; ) {
        const a = one[x]!
        const b = other[y]!
        const length = Math.min(a.end, b.end) - Math.max(a.start, b.start)
        if (length > 0) meet(a, b, length / others)
        if (a.end <= b.end) x++
        else y++
      }
  const squares = new Array<number>(size).fill(0)
  for (const [{ category }, length] of met) squares[numberOf(category)]! += length ** 2
  return { lengths, squares }
}

function unitsAlone({ lengths, squares }: Meetings): Meetings {
  return { lengths: lengths.slice(1).map(row => row.slice(1)), squares: squares.slice(1) }
}

/** 1 − observed / expected, of lengths on which categories met; `itself`: what can't meet by chance. */
function alpha(lengths: readonly (readonly number[])[], itself: number): number | null {
  const margins = lengths.map(sum)
  const total = sum(margins)
  const observed = total - sum(lengths.map((row, c) => row[c]!))
  const expected = (total * (total ** 2 - sum(margins.map(margin => margin ** 2)))) / (total ** 2 - itself)
  return expected > 0 && Number.isFinite(expected) ? 1 - observed / expected : null
}

/** Of what meets units of one category: how much is of another, seen and by chance. */
function alphaOf(category: number, { lengths, squares }: Meetings): number | null {
  const margins = lengths.map(sum)
  const own = margins[category]!
  const others = sum(margins) - own
  const expected = (own * others) / (own * (own + others) - squares[category]!)
  return expected > 0 && Number.isFinite(expected) ? 1 - (1 - lengths[category]![category]! / own) / expected : null
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
