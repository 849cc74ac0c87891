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
  prevalence: { usual: 0.3, least: 0.001, most: 0.5, step: 0.01 },
  units: { usual: 10, least: 0.1, most: 10_000, step: 1 },
  effect: { usual: 2, least: 1, most: 1000, step: 0.1 },
} as const satisfies Record<string, Field>
export type PlanField = keyof typeof planFields
export type PlanNumbers = Readonly<Record<PlanField, number>>

/** Whether a number can be planned with; a share of the rarest by how many categories there are, too. */
export function isPlannable(field: PlanField, number: number, beside: Partial<PlanNumbers> = {}): boolean {
  const { least, most } = planFields[field]
  if (!(number >= least && number <= most)) return false
  if (field === 'categories') return Number.isInteger(number)
  return field !== 'prevalence' || beside.categories === undefined || !(number > mostShare(beside.categories))
}

/** The largest share that the rarest of so many categories can have. */
export function mostShare(categories: number): number {
  return 1 / categories
}

/** The share of the rarest of so many categories if nobody says it. */
export function usualShare(categories: number): number {
  const { usual } = planFields.prevalence
  return isPlannable('categories', categories)
    ? Math.min(usual, Math.floor(1000 * mostShare(categories)) / 1000)
    : usual
}

/** With fewer units of a category to be expected, a formula for large numbers is said not to hold: a rule of thumb. */
export const LEAST_OF_RAREST = 5

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
  readonly widths: readonly (Needed & {
    readonly width: number
    /** Units of the rarest category that are to be expected. */
    readonly rarest: number
    /** Whether these are fewer than `LEAST_OF_RAREST`. */
    readonly isTooRare: boolean
  })[]
  readonly alphas: readonly (Needed & { readonly smallest: number })[]
}

/** One category, the rarest, has `prevalence`, and the others share the rest evenly. */
export function planFor({ width, agreement, categories, prevalence, units, effect }: PlanNumbers): Plan {
  const others = Array.from({ length: categories - 1 }, () => (1 - prevalence) / (categories - 1))
  const shares = [prevalence, ...others]
  const inArticles = (needs: number) => ({
    units: needs,
    articles: articlesFor(needs, { unitsPerArticle: units, designEffect: effect }),
  })
  const rarest = Math.min(...shares)
  return {
    widths: widthsAround(width).map(one => {
      const needed = inArticles(unitsForKappa({ agreement, shares, confidence: CONFIDENCE }, one))
      const ofRarest = needed.units * rarest
      return { width: one, ...needed, rarest: ofRarest, isTooRare: ofRarest < LEAST_OF_RAREST }
    }),
    alphas: smallestAlphas.map(smallest => ({
      smallest,
      ...inArticles(unitsForAlpha({ smallest, share: rarest, significance: ALPHA_SIGNIFICANCE, annotators: 2 })),
    })),
  }
}
