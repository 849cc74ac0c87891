import { stableHash } from '../../dataset/splits/stableHash.ts'
import { seeded } from '../coefficients/seeded.ts'
import type { Unit } from '../unitizingAlpha.ts'
import { type Alignment, bestAlignment, byPlace } from './alignment.ts'
import { categoryDisorder } from './categoryDisorder.ts'
import { evenWeights, type GammaWeights } from './dissimilarity.ts'
import { shuffledContinuum } from './shuffledContinuum.ts'

/** How γ is measured. */
export interface GammaChoice {
  readonly weights: GammaWeights
  readonly seed: number
  /** How far the expected disorder may be off, of 1, in nineteen of twenty samplings; it decides how many samples are drawn. */
  readonly precision: number
  /** No more samples than this, whatever the precision. */
  readonly mostSamples: number
  /** In how many steps each best alignment is searched; without it in as many as usual. */
  readonly effort?: number
}

export const usualGamma: GammaChoice = { weights: evenWeights, seed: 1, precision: 0.02, mostSamples: 1_000 }

export interface Gamma {
  /** 1 − observed / expected; null where nobody marked anything, or chance knows no disorder. */
  readonly value: number | null
  readonly observed: number
  readonly expected: number
  readonly samples: number
  /** How far the expected disorder may be off, of 1, in nineteen of twenty samplings. */
  readonly precision: number
  readonly alignment: Alignment
  /** Whether every alignment, that of the samples too, is proven to be the best. */
  readonly isProven: boolean
  /** What both disorders aren't below, however good the best alignments are: the disorders themselves, where all is proven. */
  readonly observedLeast: number
  readonly expectedLeast: number
  /** γ_cat, of categories alone where units are aligned, and γ_k of each category; null where nothing is aligned or chance knows no difference. */
  readonly categories: { readonly cat: number | null; readonly k: Readonly<Record<string, number | null>> }
}

/** Enough for a first estimate of the spread (Mathet et al. 2015, section 5.3). */
const FIRST = 30
/** Of a normal distribution, 95 % lie within so many standard deviations. */
const NINETEEN_OF_TWENTY = 1.96

/**
 * γ (Mathet, Widlöcher and Métivier 2015, Computational Linguistics 41(3),
 * 437–479): how much less disorder there is in the best alignment of two or more
 * annotators' units than in that of annotators who mark as they do, elsewhere.
 * The same seed draws the same samples of the same units on any machine, whatever
 * the order of annotators and units, and others of others: what is off by chance
 * in one article isn't in all of them alike. `isStopped` is asked between samples;
 * a stopped measurement stands on those drawn so far.
 */
export function gamma(
  annotators: readonly (readonly Unit[])[],
  { weights, seed, precision, mostSamples, effort }: GammaChoice = usualGamma,
  isStopped: () => boolean = () => false,
): Gamma {
  // Annotators in an order of their own: theirs must not matter to what is drawn.
  const sorted = annotators
    .map(units => [...units].sort(byPlace))
    .sort((one, other) => (told(one) < told(other) ? -1 : 1))
  const alignment = bestAlignment(annotators, weights, effort)
  const random = seeded(seedOf(seed, sorted))
  const disorders: number[] = []
  const least: number[] = []
  const categories = new CategorySums(sorted, alignment, weights)
  let isProven = alignment.isProven
  const hasUnits = sorted.some(units => units.length > 0)
  for (let wanted = FIRST; hasUnits && disorders.length < Math.min(wanted, mostSamples) && !isStopped(); ) {
    const sample = bestAlignment(shuffledContinuum(sorted, random), weights, effort)
    isProven &&= sample.isProven
    disorders.push(sample.disorder)
    least.push(sample.least)
    categories.add(sample)
    if (disorders.length === FIRST) wanted = Math.max(FIRST, samplesFor(disorders, precision))
  }
  const expected = mean(disorders)
  return {
    value: expected > 0 ? 1 - alignment.disorder / expected : null,
    ...{ observed: alignment.disorder, expected, samples: disorders.length, alignment, isProven },
    ...{ observedLeast: alignment.least, expectedLeast: mean(least) },
    categories: categories.told(),
    precision:
      disorders.length < 2 || expected === 0
        ? 1
        : (NINETEEN_OF_TWENTY * spread(disorders)) / Math.sqrt(disorders.length),
  }
}

function seedOf(seed: number, annotators: readonly (readonly Unit[])[]): number {
  return Number(stableHash(`${seed} ${annotators.map(told).join(' ')}`) % 2n ** 32n)
}

/** What categories differ in, in the best alignment and in those of samples. */
class CategorySums {
  private readonly weights: GammaWeights
  private readonly observed: ReadonlyMap<string | null, number | null>
  private readonly expected = new Map<string | null, number[]>()

  constructor(annotators: readonly (readonly Unit[])[], alignment: Alignment, weights: GammaWeights) {
    this.weights = weights
    const categories = [...new Set(annotators.flat().map(({ category }) => category))].sort()
    this.observed = new Map(
      [null, ...categories].map(category => [category, categoryDisorder(alignment, weights, category)]),
    )
  }

  add(sample: Alignment): void {
    for (const category of this.observed.keys()) {
      const disorder = categoryDisorder(sample, this.weights, category)
      const known = this.expected.get(category) ?? []
      this.expected.set(category, known)
      if (disorder !== null) known.push(disorder)
    }
  }

  told(): Gamma['categories'] {
    const of = (category: string | null) => {
      const observed = this.observed.get(category) ?? null
      const expected = mean(this.expected.get(category) ?? [])
      return observed === null || expected === 0 ? null : 1 - observed / expected
    }
    const known = [...this.observed.keys()].filter(category => category !== null)
    return { cat: of(null), k: Object.fromEntries(known.map(category => [category, of(category)])) }
  }
}

/** How many samples bring the mean within a precision, by the spread of the first ones (there, section 5.3). */
function samplesFor(disorders: readonly number[], precision: number): number {
  return Math.ceil(((NINETEEN_OF_TWENTY * spread(disorders)) / precision) ** 2)
}

/** The standard deviation by the mean. */
function spread(values: readonly number[]): number {
  const middle = mean(values)
  if (middle === 0) return 0
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1)) / middle
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function told(units: readonly Unit[]): string {
  return JSON.stringify(units.map(({ start, end, category }) => [start, end, category]))
}
