import { standingTags } from '../codebook/mergedTerms.ts'
import type { DatasetLayer } from '../dataset/dataset.ts'
import { type Merged, noneMerged } from '../project/merged.ts'
import type { ComparedMatch } from './differences.ts'
import { addLevels, type Levels, noLevels } from './levels.ts'
import { exactly, type Tolerance } from './place.ts'
import { prepareArticle } from './prepareArticle.ts'
import type { Readied, ReadiedLayer } from './readied.ts'
import { defaultStatement, type StatementParts } from './statement.ts'

/** How layers are compared. */
export interface Comparing {
  readonly tolerance: Tolerance
  /** Ids of tags: only what is of one of these is told and counted. All are matched, since links lead to them. Null: all tags. */
  readonly tags: readonly string[] | null
  readonly statement: StatementParts
  /** Entities, tags and choices that were merged: they are the same as what stands for them. */
  readonly merged: Merged
}

/** What is compared, with what was merged: of tags that were asked for, those that stand for them are looked at. */
export function withMerged<C extends Pick<Comparing, 'tags' | 'merged'>>(comparing: C, merged: Merged): C {
  const { tags } = comparing
  return { ...comparing, merged, tags: tags && standingTags(tags, merged) }
}

/** Letter for letter, everything, of a project in which nothing was merged. */
export const asTheyAre: Comparing = { tolerance: exactly, tags: null, statement: defaultStatement, merged: noneMerged }

/** What became of two layers of one article when they were compared. `a` and `b` are annotators. */
export interface LayerComparison {
  readonly a: string
  readonly b: string
  readonly matches: readonly ComparedMatch[]
  readonly onlyA: readonly Readied[]
  readonly onlyB: readonly Readied[]
  /** By id of the tag, sorted. A match of two tags counts for each as had by one alone. */
  readonly levels: Readonly<Record<string, Levels>>
  /** Stands for who is matched with whom: the very same where another tolerance matched the same annotations. */
  readonly pairing: object
}

/** All pairs of the layers of one article, in the order of their annotators' ids. */
export function compareLayers(
  text: string,
  layers: readonly DatasetLayer[],
  comparing?: Comparing,
): readonly LayerComparison[] {
  return compareArticle(text, layers, comparing).comparisons
}

/** An article whose layers were compared. */
export interface ArticleComparison {
  /** In the order of their annotators' ids. */
  readonly layers: readonly ReadiedLayer[]
  readonly comparisons: readonly LayerComparison[]
}

/** The same as `compareLayers`, with the layers as they were compared. Who compares under several tolerances takes `prepareArticle`. */
export function compareArticle(
  text: string,
  layers: readonly DatasetLayer[],
  { tolerance, ...asked }: Comparing = asTheyAre,
): ArticleComparison {
  return prepareArticle(text, layers, asked).comparedAt(tolerance)
}

/** The levels of all tags together. */
export function allLevels(levels: Readonly<Record<string, Levels>>): Levels {
  return Object.values(levels).reduce(addLevels, noLevels)
}
