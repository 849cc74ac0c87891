import type { Span } from '../annotation/span.ts'
import { continuumCounts, GAP } from './continuumCounts.ts'

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
 * Of cuα and (k)uα it is the squares of the lengths on which a unit meets units at
 * all, which of more than two annotators is the mean over the others, as coincidences
 * are counted. By two annotators that is how others compute it too. For more, public
 * implementations read the paper in several ways (the union of the others' units, each
 * other apart); of these the mean alone comes to what Krippendorff is reported to print
 * for three (2019, “Content Analysis”, 4th edition, figure 12.11: cuα 0.724). We haven't
 * seen the paper's own formula. That a continuum's counts are added to those of others is ours.
 */
export function unitizingAlpha(length: number, annotators: readonly (readonly Unit[])[]): UnitizingAlpha {
  return unitizingAlphaOf(continuumCounts(length, annotators))
}

/**
 * What the family is made of. The counts of several continua may be added, each with annotators of its own; each of
 * their coincidences then counts 1 / (m − 1) for the m annotators of its continuum, as in α with ratings missing.
 */
export interface ContinuumCounts {
  /** How long two categories meet, of all ordered pairs of annotators, divided by their number less one. `GAP` stands for none. */
  readonly lengths: readonly { readonly one: string; readonly other: string; readonly length: number }[]
  /** By category: the squares of how long each of its units meets units, measured in the same way. */
  readonly squares: Readonly<Record<string, number>>
  /** What can't meet by chance: the squares of the units' lengths, and the lengths of gaps. */
  readonly itself: number
  /** The continuum's length, once for each annotator. */
  readonly room: number
}

/** One of the family with what it is made of. */
export interface UnitizingParts {
  /** Null where chance could tell nothing. */
  readonly value: number | null
  /** What meets: `GAP` and categories, in the order of `lengths`. */
  readonly categories: readonly string[]
  /** How long each of these meets each. */
  readonly lengths: readonly (readonly number[])[]
  /** What can't meet by chance. */
  readonly itself: number
  readonly observed: number
  readonly expected: number
}

/** The family, of the counts of one continuum or the sums of those of several. */
export function unitizingAlphaOf(counts: ContinuumCounts): UnitizingAlpha {
  const { u, binary, cu, categoryOf, categories } = unitizingParts(counts)
  const units = cu.lengths
  return {
    u: u.value,
    binary: binary.value,
    cu: cu.value,
    byCategory: Object.fromEntries(categories.map(category => [category, categoryOf(category)!.value])),
    coverage: counts.room === 0 ? 0 : sum(units.map(sum)) / counts.room,
  }
}

/** The same, each with what it is made of; a category that isn't there has nothing. */
export function unitizingParts({ lengths, squares, itself }: ContinuumCounts) {
  const categories = Object.keys(squares).sort()
  const named = [GAP, ...categories]
  const number = new Map(named.map((category, i) => [category, i]))
  const all = named.map(() => new Array<number>(number.size).fill(0))
  const some = [
    [0, 0],
    [0, 0],
  ]
  for (const { one, other, length } of lengths) {
    all[number.get(one)!]![number.get(other)!]! += length
    some[one === GAP ? 0 : 1]![other === GAP ? 0 : 1]! += length
  }
  const units = all.slice(1).map(row => row.slice(1))
  const ofUnits = categories.map(category => squares[category]!)
  return {
    categories,
    u: alpha(named, all, itself),
    binary: alpha([GAP, MARKED], some, itself),
    cu: alpha(categories, units, sum(ofUnits)),
    categoryOf: (category: string): UnitizingParts | null => {
      const at = categories.indexOf(category)
      return at === -1 ? null : alphaOf(at, categories, units, ofUnits)
    },
  }
}

/** The category of any unit, where only units and gaps are told apart. No tag is called so. */
export const MARKED = '*'

/** 1 − observed / expected, of lengths on which categories met; `itself`: what can't meet by chance. */
function alpha(categories: readonly string[], lengths: readonly (readonly number[])[], itself: number): UnitizingParts {
  const margins = lengths.map(sum)
  const total = sum(margins)
  const observed = total - sum(lengths.map((row, c) => row[c]!))
  const expected = (total * (total ** 2 - sum(margins.map(margin => margin ** 2)))) / (total ** 2 - itself)
  const value = expected > 0 && Number.isFinite(expected) ? 1 - observed / expected : null
  return { value, categories, lengths, itself, observed, expected }
}

/** Of what meets units of one category: how much is of another, seen and by chance. */
function alphaOf(
  category: number,
  categories: readonly string[],
  lengths: readonly (readonly number[])[],
  squares: readonly number[],
): UnitizingParts {
  const margins = lengths.map(sum)
  const own = margins[category]!
  const others = sum(margins) - own
  const itself = squares[category]!
  const observed = 1 - lengths[category]![category]! / own
  const expected = (own * others) / (own * (own + others) - itself)
  const value = expected > 0 && Number.isFinite(expected) ? 1 - observed / expected : null
  return { value, categories, lengths, itself, observed, expected }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
