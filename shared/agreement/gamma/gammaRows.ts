import type { GammaByTag, GammaReport, GammaSum } from './articleGamma.ts'

/** γ of a tag, or of all with null, as a row of what is written of it: with γ_cat for all tags, with γ_k for one. */
export interface GammaRow {
  /** Null: of all annotators. */
  readonly pair: { readonly a: string; readonly b: string } | null
  readonly tag: string | null
  readonly sum: GammaSum
  readonly ofTags: { readonly measure: 'gamma-cat' | 'gamma-k'; readonly value: number | null }
}

/** γ of all annotators, then of each two: each of all tags together, then of each tag. */
export function gammaRows(report: GammaReport): GammaRow[] {
  return [...rowsOf(null, report), ...report.pairs.flatMap(({ a, b, ...ofPair }) => rowsOf({ a, b }, ofPair))]
}

function rowsOf(pair: GammaRow['pair'], { all, byTag }: GammaByTag<GammaSum>): GammaRow[] {
  return [
    { pair, tag: null, sum: all, ofTags: { measure: 'gamma-cat', value: all.cat } },
    ...Object.entries(byTag).map(
      ([tag, sum]): GammaRow => ({
        ...{ pair, tag, sum },
        ofTags: { measure: 'gamma-k', value: all.k[tag] ?? null },
      }),
    ),
  ]
}
