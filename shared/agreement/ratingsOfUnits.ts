import { inOrder, MISSING, type Ratings, type Value } from './coefficients/ratings.ts'
import type { MatchedUnit } from './matchedUnits.ts'
import type { Readied, ReadiedLayer } from './readied.ts'
import { type TokenCover, tokensByTag } from './tokenCover.ts'

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
  rows(): { readonly values: readonly (Value | null)[]; readonly times: number }[] {
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

/**
 * The ratings of an article's tokens: a row a token, for each annotator whether
 * it stands under the tag (the tag's id, else `NOTHING`). With null for the tag:
 * all tags that it stands under, sorted, with blanks between them.
 */
export function rateTokens(
  tally: RatingsTally,
  cover: TokenCover,
  layers: readonly ReadiedLayer[],
  tag: string | null,
): void {
  const byAnnotator = new Map(layers.map(layer => [layer.annotator, tokensByTag(layer, cover)]))
  const touched = new Set<number>()
  for (const tags of byAnnotator.values())
    for (const [one, tokens] of tags) if (tag === null || one === tag) for (const token of tokens) touched.add(token)
  const row = (token: number | null) =>
    tally.annotators.map(id => {
      const tags = byAnnotator.get(id)
      if (!tags) return null
      const over = token === null ? [] : [...tags].filter(([, tokens]) => tokens.has(token)).map(([one]) => one)
      return over
        .filter(one => tag === null || one === tag)
        .sort()
        .join(' ')
    })
  for (const token of touched) tally.add(row(token))
  tally.add(row(null), cover.count - touched.size)
}
