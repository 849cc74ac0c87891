import type { GammaReport, GammaSum } from './articleGamma.ts'

/** γ of a tag, or of all with null, as a row of what is written of it: with γ_cat for all tags, with γ_k for one. */
export interface GammaRow {
  readonly tag: string | null
  readonly sum: GammaSum
  readonly ofTags: { readonly measure: 'gamma-cat' | 'gamma-k'; readonly value: number | null }
}

/** γ of all tags together, then of each. */
export function gammaRows({ all, byTag }: GammaReport): GammaRow[] {
  return [
    { tag: null, sum: all, ofTags: { measure: 'gamma-cat', value: all.cat } },
    ...Object.entries(byTag).map(
      ([tag, sum]): GammaRow => ({
        ...{ tag, sum },
        ofTags: { measure: 'gamma-k', value: all.k[tag] ?? null },
      }),
    ),
  ]
}
