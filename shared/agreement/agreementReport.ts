import { agreementOf, type TagLevels } from './agreement.ts'
import { type Anatomy, addAnatomies, noAnatomy } from './anatomy.ts'
import type { ArticleFindings } from './articleFindings.ts'
import { addConfusions, type Confusion, fromBothSides } from './confusion.ts'
import { type Levels, noLevels } from './levels.ts'
import { byName } from './sortedCounts.ts'

/** What is told of some layers: how far they agree, in what they differ, and which tags meet which. */
export interface Told extends TagLevels {
  readonly articles: number
  readonly anatomy: { readonly all: Anatomy; readonly byTag: Readonly<Record<string, Anatomy>> }
  readonly confusion: Confusion
}

/** The same of two annotators; in the matrix `a` has the rows. */
export interface ToldPair extends Told {
  readonly a: string
  readonly b: string
}

/** How far the annotators of a workspace agree, as a person looks at it: counts, of which every figure is made. */
export interface AgreementReport extends Told {
  /** Sorted by id. */
  readonly annotators: readonly string[]
  /** Tags that anybody gave, sorted by id. */
  readonly tags: readonly string[]
  /** Sorted by the ids of both. */
  readonly pairs: readonly ToldPair[]
}

/** Adds up what articles say; neither their order nor that of layers or annotations changes anything. */
export function agreementReport(articles: readonly ArticleFindings[]): AgreementReport {
  const { annotators, all, byTag, pairs } = agreementOf(articles.map(({ agreement }) => agreement))
  const told = pairs.map(({ a, b, articles: both, ...levels }): ToldPair => {
    const found = articles.flatMap(article => article.pairs.filter(pair => pair.a === a && pair.b === b))
    return {
      ...{ a, b, articles: both, ...levels },
      anatomy: sumOf(found.map(({ anatomy }) => anatomy)),
      confusion: addConfusions(found.map(({ confusion }) => confusion)),
    }
  })
  return {
    ...{ annotators, tags: Object.keys(byTag), articles: articles.length, all, byTag, pairs: told },
    anatomy: sumOf(told.map(({ anatomy }) => anatomy)),
    confusion: fromBothSides(addConfusions(told.map(({ confusion }) => confusion))),
  }
}

/** What a figure is of: the pair of annotators and the tag; null for all of them. */
export interface Scope {
  readonly pair: { readonly a: string; readonly b: string } | null
  readonly tag: string | null
}

/** What is told of a scope's annotators; null where two never met. */
export function toldOf(report: AgreementReport, pair: Scope['pair']): Told | null {
  return pair === null ? report : (report.pairs.find(({ a, b }) => a === pair.a && b === pair.b) ?? null)
}

export function levelsOf({ all, byTag }: TagLevels, tag: string | null): Levels {
  return tag === null ? all : Object.hasOwn(byTag, tag) ? byTag[tag]! : noLevels
}

function sumOf(all: readonly Told['anatomy'][]): Told['anatomy'] {
  const tags = new Map<string, Anatomy>()
  for (const { byTag } of all)
    for (const [tag, anatomy] of Object.entries(byTag)) tags.set(tag, addAnatomies(tags.get(tag) ?? noAnatomy, anatomy))
  return {
    all: all.reduce((sum, one) => addAnatomies(sum, one.all), noAnatomy),
    byTag: Object.fromEntries(byName(tags)),
  }
}
