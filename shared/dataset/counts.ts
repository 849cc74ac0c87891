import type { DatasetArticle } from './dataset.ts'

/** How much there is in a dataset, or in one article of it. */
export interface Counted {
  readonly layers: number
  readonly annotations: number
  readonly links: number
}

/** How much there is in an article. */
export function countsOf({ layers }: DatasetArticle): Counted {
  const sum = (of: (layer: DatasetArticle['layers'][number]) => number) => layers.reduce((sum, one) => sum + of(one), 0)
  return {
    layers: layers.length,
    annotations: sum(({ annotations }) => annotations.length),
    links: sum(({ links }) => links.length),
  }
}
