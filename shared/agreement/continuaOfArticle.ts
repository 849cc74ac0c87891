import { countContinuum } from './continuumCounts.ts'
import type { ReadiedLayer } from './readied.ts'
import type { ContinuumCounts, Unit } from './unitizingAlpha.ts'
import { MarkedUnits } from './unitsOfLayer.ts'

/** The counts of an article as a continuum of its UTF-16 units, for some of its annotators. */
export interface ArticleContinuum {
  /** null: all annotators of the article. */
  readonly pair: { readonly a: string; readonly b: string } | null
  /** All units; what several tags share is a unit of these together. */
  readonly all: ContinuumCounts
  /** All units as `OTHERS`: what a tag that nobody used here is told from. */
  readonly rest: ContinuumCounts
  /** By tag, sorted: `own` the tag's units alone, `against` with what other tags mark elsewhere as `OTHERS`. */
  readonly byTag: Readonly<Record<string, { readonly own: ContinuumCounts; readonly against: ContinuumCounts }>>
}

/** Counts an article of so many UTF-16 units: for all of its annotators, and, where there are more than two, for each two. */
export function continuaOf(
  layers: readonly ReadiedLayer[],
  length: number,
  isAsked: (tag: string) => boolean,
): ArticleContinuum[] {
  if (layers.length < 2) return []
  const marked = layers.map(layer => new MarkedUnits(layer, isAsked))
  const tags = [...new Set(marked.flatMap(units => units.tags))].sort()
  const counted = (unitsOf: (units: MarkedUnits) => readonly Unit[]) => countContinuum(length, marked.map(unitsOf))
  const together = counted(units => units.together())
  const rest = counted(units => units.against(''))
  const byTag = tags.map(tag => ({
    tag,
    own: counted(units => units.of(tag)),
    against: counted(units => units.against(tag)),
  }))
  const told = (pair: ArticleContinuum['pair'], pick: (counts: Counted) => ContinuumCounts): ArticleContinuum => ({
    ...{ pair, all: pick(together), rest: pick(rest) },
    byTag: Object.fromEntries(byTag.map(({ tag, own, against }) => [tag, { own: pick(own), against: pick(against) }])),
  })
  const pairs = layers.flatMap(({ annotator: a }, i) => layers.slice(i + 1).map(({ annotator: b }) => ({ a, b })))
  return [
    told(null, ({ all }) => all),
    ...(layers.length > 2 ? pairs.map((pair, i) => told(pair, counts => counts.pairs[i]!)) : []),
  ]
}

type Counted = ReturnType<typeof countContinuum>
