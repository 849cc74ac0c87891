import { countsOf } from './counts.ts'
import type { DatasetArticle } from './dataset.ts'
import { type Feature, features } from './features.ts'
import { type Chosen, fitTo, fittingOf, type LeftOut } from './fit.ts'
import type { Fitting, Saying, Says } from './format.ts'
import { type Left, withWords } from './left.ts'
import { type Listed, Listing } from './listed.ts'

/** How often something of a kind isn't there, is there otherwise, or is there without something. */
export type LossCounts = Readonly<Record<LeftOut['kind'], Readonly<Record<LeftOut['done'], number>>>>

/** What one way to deal with a feature would do. */
export interface WayLoss {
  readonly way: Fitting
  /** How much that has the feature wouldn't be there, would be otherwise, or without something: annotations and links together. */
  readonly done: Readonly<Record<LeftOut['done'], number>>
  /** How many annotations and links the dataset would have in all, everything else being as it is chosen. */
  readonly annotations: number
  readonly links: number
}

/** What a format takes of one feature of the articles. */
export interface FeatureLoss extends Listed<Left> {
  readonly feature: Feature
  /** `whole` for links, of which an end isn't there, and for comments and verdicts about what isn't. */
  readonly saying: Saying
  /** What is made of it, as things are chosen; null where there is nothing to choose. */
  readonly way: Fitting | null
  readonly counts: LossCounts
  /** What could be chosen, the way that is taken too; empty where there is nothing to choose. */
  readonly ways: readonly WayLoss[]
}

type Counts = Record<LeftOut['kind'], Record<LeftOut['done'], number>>
const nothing = () => ({ dropped: 0, changed: 0, without: 0 })

interface Tally {
  readonly listing: Listing<Left>
  readonly counts: Counts
  /** By way, what it does, and how many annotations and links there are more than as things are chosen. */
  readonly ways: Map<Fitting, { readonly done: Record<LeftOut['done'], number>; annotations: number; links: number }>
}

/**
 * What a format takes from some articles, feature by feature, and what each
 * other way would. Nothing is known of a format here but its table. Memory
 * holds numbers, and the first `most` losses of each feature.
 */
export class Losses {
  readonly #says: Says
  readonly #chosen: Chosen
  readonly #most: number
  readonly #sum = { articles: 0, layers: 0, annotations: 0, links: 0 }
  readonly #tallies = new Map<Feature, Tally>()

  constructor(says: Says, chosen: Chosen, most: number) {
    this.#says = says
    this.#chosen = chosen
    this.#most = most
  }

  /** How much the dataset has, of the articles so far. */
  get sum(): Readonly<{ articles: number; layers: number; annotations: number; links: number }> {
    return this.#sum
  }

  /** Counts what is lost of one more article, and gives it as it would be written. */
  add(article: DatasetArticle): DatasetArticle {
    const { article: fitted, leftOut } = fitTo(article, this.#says, this.#chosen)
    const counts = countsOf(fitted)
    this.#sum.articles++
    for (const name of ['layers', 'annotations', 'links'] as const) this.#sum[name] += counts[name]
    for (const one of leftOut) {
      const { listing, counts } = this.#tallyOf(one.feature)
      listing.add(() => withWords(article, one))
      counts[one.kind][one.done]++
    }
    // A way touches what any other touches: an article that has nothing of a feature stays as it is.
    for (const feature of new Set(leftOut.map(({ feature }) => feature)))
      for (const way of this.#waysOf(feature)) this.#try(article, feature, way, counts)
    return fitted
  }

  /** What was lost, in the order of the features; those of which nothing was are left out. */
  get losses(): FeatureLoss[] {
    return features.flatMap(feature => {
      const tally = this.#tallies.get(feature)
      if (!tally) return []
      const { listing, counts, ways } = tally
      const way = this.#waysOf(feature).length > 0 ? fittingOf(feature, this.#says, this.#chosen) : null
      return [
        {
          ...{ feature, saying: this.#says[feature], way, ...listing.soFar, counts },
          ways: [...ways].map(([way, { done, annotations, links }]) => ({
            ...{ way, done },
            annotations: this.#sum.annotations + annotations,
            links: this.#sum.links + links,
          })),
        },
      ]
    })
  }

  #waysOf(feature: Feature): readonly Fitting[] {
    const saying = this.#says[feature]
    return typeof saying === 'string' ? [] : saying
  }

  #try(article: DatasetArticle, feature: Feature, way: Fitting, now: { annotations: number; links: number }): void {
    const { article: fitted, leftOut } = fitTo(article, this.#says, { ...this.#chosen, [feature]: way })
    const then = countsOf(fitted)
    const tally = this.#tallyOf(feature).ways.get(way)!
    for (const one of leftOut) if (one.feature === feature) tally.done[one.done]++
    tally.annotations += then.annotations - now.annotations
    tally.links += then.links - now.links
  }

  #tallyOf(feature: Feature): Tally {
    const known = this.#tallies.get(feature)
    if (known) return known
    const tally: Tally = {
      listing: new Listing(this.#most),
      counts: { annotation: nothing(), link: nothing(), remark: nothing(), article: nothing() },
      ways: new Map(this.#waysOf(feature).map(way => [way, { done: nothing(), annotations: 0, links: 0 }])),
    }
    this.#tallies.set(feature, tally)
    return tally
  }
}
