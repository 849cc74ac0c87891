import type { ArticleInfo } from '../work/articleInfo.ts'

/** What there is in a workspace in all. */
export interface InfoTotals {
  /** Articles that can be read, and files that can't. */
  readonly articles: number
  readonly unread: number
  /** In code points. */
  readonly textLength: number
  readonly layers: number
  /** Layers that can't be read. */
  readonly unreadLayers: number
  /** Layers of which nothing is told, since they are sealed; they aren't among the others. */
  readonly sealedLayers: number
  readonly annotations: number
  readonly unplaced: number
  /** By the tag's id, and by the link's type. */
  readonly tags: Readonly<Record<string, number>>
  readonly links: Readonly<Record<string, number>>
  /** Each annotator's layers, in the order of their ids. */
  readonly annotators: readonly AnnotatorTotals[]
}

export interface AnnotatorTotals {
  readonly annotator: string
  readonly layers: number
  /** How many of them have each status. */
  readonly statuses: Readonly<Record<string, number>>
  readonly annotations: number
  readonly unplaced: number
  readonly links: number
}

type Told = ArticleInfo | { readonly problem: unknown }

export function totalsOf(all: readonly Told[]): InfoTotals {
  const articles = all.filter((one): one is ArticleInfo => 'format' in one)
  const layers = articles.flatMap(one => one.layers)
  const read = layers.flatMap(layer => ('problem' in layer ? [] : [layer]))
  const annotators = [...new Set(read.map(({ annotator }) => annotator))].sort()
  return {
    articles: articles.length,
    unread: all.length - articles.length,
    textLength: sum(articles.map(one => one.textLength)),
    layers: layers.length,
    unreadLayers: layers.length - read.length,
    sealedLayers: sum(articles.map(one => one.sealed.length)),
    annotations: sum(read.map(one => one.annotations)),
    unplaced: sum(read.map(one => one.unplaced)),
    tags: added(read.map(one => one.tags)),
    links: added(read.map(one => one.links)),
    annotators: annotators.map(annotator => {
      const own = read.filter(one => one.annotator === annotator)
      return {
        annotator,
        layers: own.length,
        statuses: added(own.map(({ status }) => ({ [status]: 1 }))),
        annotations: sum(own.map(one => one.annotations)),
        unplaced: sum(own.map(one => one.unplaced)),
        links: sum(own.flatMap(one => Object.values(one.links))),
      }
    }),
  }
}

function added(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const one of all)
    for (const [word, count] of Object.entries(one)) counts.set(word, (counts.get(word) ?? 0) + count)
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
