import { articlesFor, unitsForAlpha, unitsForKappa, widthsAround } from './planner.ts'

interface Field {
  readonly usual: number
  readonly least: number
  readonly most: number
  readonly step: number
}

/** What a plan rests on before anything is annotated, with what each number is if nobody says it, and how far it can go. */
export const planFields = {
  width: { usual: 0.1, least: 0.01, most: 0.5, step: 0.01 },
  agreement: { usual: 0.7, least: 0, most: 0.99, step: 0.01 },
  categories: { usual: 2, least: 2, most: 50, step: 1 },
  prevalence: { usual: 0.3, least: 0.001, most: 0.999, step: 0.01 },
  units: { usual: 10, least: 0.1, most: 10_000, step: 1 },
  effect: { usual: 2, least: 1, most: 1000, step: 0.1 },
} as const satisfies Record<string, Field>
export type PlanField = keyof typeof planFields
export type PlanNumbers = Readonly<Record<PlanField, number>>

/** Whether a number can be planned with. */
export function isPlannable(field: PlanField, number: number): boolean {
  const { least, most } = planFields[field]
  return number >= least && number <= most && (field !== 'categories' || Number.isInteger(number))
}

/** The α that one is commonly asked to reach, and the chance, one-sided, to miss that it is less. */
export const smallestAlphas = [0.667, 0.8, 0.9] as const
export const ALPHA_SIGNIFICANCE = 0.05
export const CONFIDENCE = 0.95

interface Needed {
  readonly units: number
  readonly articles: number
}

/** What is needed by what is expected: for intervals of κ by their half width, and for telling an α from less. */
export interface Plan {
  readonly widths: readonly (Needed & { readonly width: number })[]
  readonly alphas: readonly (Needed & { readonly smallest: number })[]
}

/** One category has `prevalence`, and the others share the rest evenly. */
export function planFor({ width, agreement, categories, prevalence, units, effect }: PlanNumbers): Plan {
  const others = Array.from({ length: categories - 1 }, () => (1 - prevalence) / (categories - 1))
  const shares = [prevalence, ...others]
  const inArticles = (needs: number) => ({
    units: needs,
    articles: articlesFor(needs, { unitsPerArticle: units, designEffect: effect }),
  })
  const rarest = Math.min(...shares)
  return {
    widths: widthsAround(width).map(one => ({
      width: one,
      ...inArticles(unitsForKappa({ agreement, shares, confidence: CONFIDENCE }, one)),
    })),
    alphas: smallestAlphas.map(smallest => ({
      smallest,
      ...inArticles(unitsForAlpha({ smallest, share: rarest, significance: ALPHA_SIGNIFICANCE, annotators: 2 })),
    })),
  }
}
