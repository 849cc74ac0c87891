import type { Level, Ratings } from './ratings.ts'

/** How much two categories agree, by their codes: 1 where they are the same, 0 where they are as far apart as can be. */
export type Weight = (k: number, l: number) => number

export const weightings = ['identity', 'linear', 'quadratic', 'ordinal', 'ratio'] as const
export type Weighting = (typeof weightings)[number]

/** As many different values as can be weighed pair by pair: more take minutes. */
export const MOST_WEIGHED = 10_000

/** The weights that say what a level says, and no more (Gwet 2014, chapter 3). */
export const weightingOf: Readonly<Record<Level, Weighting>> = {
  nominal: 'identity',
  ordinal: 'ordinal',
  interval: 'quadratic',
  ratio: 'ratio',
}

/**
 * The weights of categories (Gwet 2014, chapter 3):
 * - identity: 1 for the same, else 0;
 * - linear: 1 − |x − y| / (max − min) (Cicchetti and Allison 1971);
 * - quadratic: 1 − (x − y)² / (max − min)² (Fleiss and Cohen 1973);
 * - ordinal: 1 − C(|k − l| + 1, 2) / C(q, 2), by places alone;
 * - ratio: 1 − ((x − y) / (x + y))² / ((max − min) / (max + min))².
 *
 * `x` is a category's number at the levels interval and ratio, at others its place in the order.
 */
export function weightsOf({ categories }: Ratings, weighting: Weighting, level: Level): Weight {
  if (weighting === 'identity') return (k, l) => (k === l ? 1 : 0)
  const sizes = Float64Array.from(categories, (value, place) =>
    level === 'interval' || level === 'ratio' ? Number(value) : place + 1,
  )
  const [least, most] = sizes.reduce(([low, high], x) => [Math.min(low!, x), Math.max(high!, x)], [Infinity, -Infinity])
  const apart = distances[weighting](least!, most!, categories.length)
  return (k, l) => (k === l ? 1 : 1 - apart(sizes[k]!, sizes[l]!, Math.abs(k - l)))
}

type Distance = (x: number, y: number, places: number) => number

const distances: Readonly<
  Record<Exclude<Weighting, 'identity'>, (least: number, most: number, count: number) => Distance>
> = {
  linear: (least, most) => (x, y) => Math.abs(x - y) / (most - least),
  quadratic: (least, most) => (x, y) => ((x - y) / (most - least)) ** 2,
  ordinal: (_least, _most, count) => (_x, _y, places) => (places * (places + 1)) / (count * (count - 1)),
  ratio: (least, most) => (x, y) => (((x - y) / (x + y)) * ((most + least) / (most - least))) ** 2,
}
