import type { RatedRow } from './articleAgreement.ts'
import { inOrder, MISSING, type Ratings, type Value } from './coefficients/ratings.ts'
import type { MatchedUnit } from './matchedUnits.ts'
import type { Readied } from './readied.ts'

/** The value of a unit or token that an annotator left without a tag. No tag can have this id. */
export const NOTHING = ''

/** Ratings that are counted while articles go by: rows that look alike are kept as one with how often it occurs. */
export class RatingsTally {
  private readonly tallied = new Map<string, { readonly values: readonly (Value | null)[]; times: number }>()
  readonly annotators: readonly string[]

  /** Columns are annotators in the order of their ids. */
  constructor(annotators: readonly string[]) {
    this.annotators = [...annotators].sort()
  }

  /** A value for each annotator, in the order of `annotators`; null where one said nothing that counts. */
  add(values: readonly (Value | null)[], times = 1): void {
    if (times === 0) return
    const key = JSON.stringify(values)
    const known = this.tallied.get(key)
    if (known) known.times += times
    else this.tallied.set(key, { values, times })
  }

  /** Sorted, so that the same ratings give the same rows whatever came first. */
  rows(): RatedRow[] {
    return [...this.tallied].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
  }

  /** The table of these rows. */
  table(): Ratings {
    const rows = this.rows()
    const categories = inOrder(new Set(rows.flatMap(({ values }) => values.filter(value => value !== null))))
    const codeOf = new Map(categories.map((value, code) => [value, code]))
    const codes = rows.flatMap(({ values }) => values.map(value => (value === null ? MISSING : codeOf.get(value)!)))
    return {
      ...{ annotators: this.annotators.length, rows: rows.length, categories },
      codes: Int32Array.from(codes),
      times: Float64Array.from(rows, ({ times }) => times),
    }
  }
}

/**
 * The ratings of matched units: a row a unit, for each annotator of the article what
 * `saidOf` says of the annotation in it, or `otherwise` where there is none.
 * Annotators who don't have the article rated nothing.
 */
export function rateUnits(
  tally: RatingsTally,
  units: readonly MatchedUnit[],
  annotators: ReadonlySet<string>,
  saidOf: (annotation: Readied) => Value | null,
  otherwise: Value | null,
): void {
  for (const unit of units)
    tally.add(
      tally.annotators.map(id => {
        if (!annotators.has(id)) return null
        const one = unit.get(id)
        return one ? saidOf(one) : otherwise
      }),
    )
}

/** Rows of which those that look alike are one. */
export function tallied(annotators: readonly string[], rows: readonly RatedRow[]): RatedRow[] {
  const tally = new RatingsTally(annotators)
  for (const { values, times } of rows) tally.add(values, times)
  return tally.rows()
}
