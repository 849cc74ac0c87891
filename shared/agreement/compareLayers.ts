import type { DatasetLayer } from '../dataset/dataset.ts'
import { type Counter, countLevels } from './countLevels.ts'
import { type ComparedMatch, differencesOf } from './differences.ts'
import { addLevels, type Levels, noLevels, type Tally } from './levels.ts'
import { matchLayers } from './matchLayers.ts'
import { exactly, placesIn, type Tolerance } from './place.ts'
import { type Readied, type ReadiedLayer, readied } from './readied.ts'
import { defaultStatement, type StatementParts } from './statement.ts'
import { type TokenCover, tokenCover, tokensByTag } from './tokenCover.ts'

/** How layers are compared. */
export interface Comparing {
  readonly tolerance: Tolerance
  /** Ids of tags: only what is of one of these is told and counted. All are matched, since links lead to them. Null: all tags. */
  readonly tags: readonly string[] | null
  readonly statement: StatementParts
}

/** Letter for letter, everything. */
export const asTheyAre: Comparing = { tolerance: exactly, tags: null, statement: defaultStatement }

/** What became of two layers of one article when they were compared. `a` and `b` are annotators. */
export interface LayerComparison {
  readonly a: string
  readonly b: string
  readonly matches: readonly ComparedMatch[]
  readonly onlyA: readonly Readied[]
  readonly onlyB: readonly Readied[]
  /** By id of the tag, sorted. A match of two tags counts for each as had by one alone. */
  readonly levels: Readonly<Record<string, Levels>>
}

/** All pairs of the layers of one article, in the order of their annotators' ids. */
export function compareLayers(text: string, layers: readonly DatasetLayer[], comparing?: Comparing): LayerComparison[] {
  return compareArticle(text, layers, comparing).comparisons
}

/** An article whose layers were compared, with what they were compared by. */
export interface ArticleComparison {
  /** In the order of their annotators' ids. */
  readonly layers: readonly ReadiedLayer[]
  readonly cover: TokenCover
  readonly comparisons: LayerComparison[]
}

/** The same as `compareLayers`, with what more can be measured by. */
export function compareArticle(
  text: string,
  layers: readonly DatasetLayer[],
  { tolerance, tags, statement }: Comparing = asTheyAre,
): ArticleComparison {
  const places = placesIn(text, tolerance)
  const isAsked = (tag: string) => tags === null || tags.includes(tag)
  const ready = layers
    .map(layer => readied(layer, places))
    .sort((one, other) => (one.annotator < other.annotator ? -1 : 1))
  const cover = tokenCover(text)
  const covered = ready.map(layer => tokensByTag(layer, cover))
  const comparisons = ready.flatMap((a, i) =>
    ready.slice(i + 1).map((b, j): LayerComparison => {
      const matching = matchLayers(a, b, places)
      const matches = differencesOf(matching, statement)
      const counters = countLevels(matches, matching.onlyA, matching.onlyB, statement)
      if (tags) for (const tag of counters.keys()) if (!isAsked(tag)) counters.delete(tag)
      return {
        ...{ a: a.annotator, b: b.annotator },
        matches: matches.filter(match => isAsked(match.a.annotation.tag) || isAsked(match.b.annotation.tag)),
        onlyA: matching.onlyA.filter(({ annotation }) => isAsked(annotation.tag)),
        onlyB: matching.onlyB.filter(({ annotation }) => isAsked(annotation.tag)),
        levels: totals(counters, covered[i]!, covered[i + 1 + j]!),
      }
    }),
  )
  return { layers: ready, cover, comparisons }
}

type Covered = ReadonlyMap<string, ReadonlySet<number>>

function totals(counters: ReadonlyMap<string, Counter>, a: Covered, b: Covered): Readonly<Record<string, Levels>> {
  const tags = [...counters.keys()].sort()
  for (const tag of tags) counters.get(tag)!.tokens(inCommon(a.get(tag) ?? nothing, b.get(tag) ?? nothing))
  return Object.fromEntries(tags.map(tag => [tag, counters.get(tag)!.total()]))
}

const nothing: ReadonlySet<number> = new Set()

function inCommon(a: ReadonlySet<number>, b: ReadonlySet<number>): Tally {
  let both = 0
  for (const one of a) if (b.has(one)) both++
  return { both, onlyA: a.size - both, onlyB: b.size - both }
}

/** The levels of all tags together. */
export function allLevels(levels: Readonly<Record<string, Levels>>): Levels {
  return Object.values(levels).reduce(addLevels, noLevels)
}
