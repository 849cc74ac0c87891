import { type Reason, without } from './measured.ts'
import { seeded } from './seeded.ts'

/** An interval that holds a figure with a probability, and how it came about. */
export interface Interval {
  readonly value: { readonly low: number; readonly high: number }
  readonly confidence: number
  /** How many samples were drawn, and in how many of them the figure could be computed. */
  readonly samples: number
  readonly defined: number
  readonly seed: number
}

export interface BootstrapChoice {
  readonly samples?: number
  readonly confidence?: number
  readonly seed?: number
}

/**
 * The interval of a figure by the cluster bootstrap (Efron 1979; whole articles are drawn, since what is annotated in one is
 * not independent: Davison and Hinkley 1997): as many articles as there are are drawn with replacement, the
 * figure is computed of each sample, and the interval is cut out of the middle (percentile interval, Efron 1981).
 *
 * `figureOf` is told how often each article was drawn; null is for a sample in which the figure can't be
 * computed. Such samples are left out and counted; where they are one in ten or more there is no interval.
 * The same seed gives the same interval on any machine.
 */
export function bootstrap(
  articles: number,
  figureOf: (drawn: Uint32Array) => number | null,
  { samples = 1000, confidence = 0.95, seed = 1 }: BootstrapChoice = {},
): Interval | { readonly value: null; readonly reason: Reason } {
  if (articles < 2) return without('one-article')
  const figures: (number | null)[] = []
  for (const drawn of drawsOf(articles, samples, seed)) figures.push(figureOf(drawn))
  return intervalIn(figures, { confidence, seed })
}

/** So many samples of articles: how often each was drawn. The array is written over by the next sample. */
export function* drawsOf(articles: number, samples: number, seed: number): Generator<Uint32Array> {
  const random = seeded(seed)
  const drawn = new Uint32Array(articles)
  for (let sample = 0; sample < samples; sample++) {
    drawn.fill(0)
    for (let i = 0; i < articles; i++) drawn[Math.floor(random() * articles)]!++
    yield drawn
  }
}

/** The interval of a figure by what it is in each sample; null where it can't be computed. */
export function intervalIn(
  figures: readonly (number | null)[],
  { confidence = 0.95, seed = 1 }: BootstrapChoice = {},
): Interval | { readonly value: null; readonly reason: Reason } {
  const samples = figures.length
  const known = Float64Array.from(figures.filter(figure => figure !== null)).sort()
  if (known.length <= 0.9 * samples) return without('rarely-defined')
  const tail = (1 - confidence) / 2
  const value = { low: quantile(known, tail), high: quantile(known, 1 - tail) }
  return { value, confidence, samples, defined: known.length, seed }
}

/** A quantile of sorted numbers, between two of them where it falls between (Hyndman and Fan 1996, type 7). */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share
  const below = Math.floor(at)
  const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!]
  return low + (at - below) * (high - low)
}
