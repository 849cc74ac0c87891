import type { Interval } from './coefficients/bootstrap.ts'
import { drawsOf, quantile } from './coefficients/bootstrap.ts'
import { type Reason, without } from './coefficients/measured.ts'
import type { Levels } from './levels.ts'

/** The figures that levels give. */
export const levelNames = ['found', 'extent', 'attributes', 'entity', 'links', 'statement', 'exact', 'tokens'] as const
export type LevelName = (typeof levelNames)[number]

/** Those of them that are a share of what was found; the others are F₁. */
export const shareLevels = ['extent', 'attributes', 'entity'] as const
export type ShareLevel = (typeof shareLevels)[number]

export function isShare(name: LevelName): name is ShareLevel {
  return (shareLevels as readonly string[]).includes(name)
}

/** A figure as what it divides: both are added over articles. */
export interface Ratio {
  readonly part: number
  readonly of: number
}

/** What a level divides: F₁ is 2·both of all that both layers have, a share what is the same of what it is asked of. */
export function ratioOf(levels: Levels, name: LevelName): Ratio {
  if (isShare(name)) return { part: levels[name].same, of: levels[name].of }
  const { both, onlyA, onlyB } = levels[name]
  return { part: 2 * both, of: 2 * both + onlyA + onlyB }
}

/** The figure; null of nothing. */
export function quotient({ part, of }: Ratio): number | null {
  return of === 0 ? null : part / of
}

export type LevelInterval = Interval | { readonly value: null; readonly reason: Reason }

const SAMPLES = 1_000
const CONFIDENCE = 0.95
const SEED = 1

/**
 * The intervals of all levels, by the same cluster bootstrap over articles as `bootstrap`, and the same as it gives for
 * each: articles are drawn once for all of them. One entry of `articles` is one article.
 */
export function levelIntervals(articles: readonly Levels[]): Readonly<Record<LevelName, LevelInterval>> {
  const width = 2 * levelNames.length
  const rows = new Float64Array(articles.length * width)
  for (const [article, levels] of articles.entries())
    for (const [i, name] of levelNames.entries()) {
      const { part, of } = ratioOf(levels, name)
      rows[article * width + 2 * i] = part
      rows[article * width + 2 * i + 1] = of
    }
  const figures = levelNames.map((): number[] => [])
  if (articles.length > 1) {
    const sums = new Float64Array(width)
    for (const drawn of drawsOf(articles.length, SAMPLES, SEED)) {
      sums.fill(0)
      for (let article = 0; article < articles.length; article++) {
        const often = drawn[article]!
        const from = article * width
        if (often > 0) for (let at = 0; at < width; at++) sums[at]! += often * rows[from + at]!
      }
      for (const [i, found] of figures.entries()) if (sums[2 * i + 1]! > 0) found.push(sums[2 * i]! / sums[2 * i + 1]!)
    }
  }
  const intervals = levelNames.map((name, i) => [name, cutFrom(figures[i]!, articles.length)] as const)
  return Object.fromEntries(intervals) as Record<LevelName, LevelInterval>
}

function cutFrom(figures: number[], articles: number): LevelInterval {
  if (articles < 2) return without('one-article')
  if (figures.length <= 0.9 * SAMPLES) return without('rarely-defined')
  figures.sort((one, other) => one - other)
  const tail = (1 - CONFIDENCE) / 2
  return {
    value: { low: quantile(figures, tail), high: quantile(figures, 1 - tail) },
    ...{ confidence: CONFIDENCE, samples: SAMPLES, defined: figures.length, seed: SEED },
  }
}
