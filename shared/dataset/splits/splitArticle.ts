import type { DatasetArticle } from '../dataset.ts'

/**
 * By what an article's parts are to be alike: of each kind (outlet, month, tag…)
 * the values it has, and how much of each: 1 for its outlet, the number of
 * annotations for a tag. What isn't above zero counts for nothing.
 */
export type Strata = Readonly<Record<string, Readonly<Record<string, number>>>>

/** An article as far as a split is concerned. */
export interface SplitArticle {
  /** Inside the workspace, with `/`. */
  readonly path: string
  /** Articles of the same family stay together; which word it is says nothing. */
  readonly family: string
  readonly strata: Strata
  /** How many annotations it has. */
  readonly annotations: number
}

/**
 * An article of the dataset as a split sees it: by its outlet, the month in
 * which it was published (or the year, where no more is known) and the
 * annotations of each tag in the layers that are there. What nothing is known
 * of stands in no stratum. `family` is what `familiesOf` calls its family.
 */
export function splitArticleOf(article: DatasetArticle, family: string): SplitArticle {
  const { outlet, published } = article.metadata
  const annotations = article.layers.flatMap(layer => layer.annotations)
  const tags = new Map<string, number>()
  for (const { tag } of annotations) tags.set(tag, (tags.get(tag) ?? 0) + 1)
  return {
    path: article.path,
    family,
    annotations: annotations.length,
    strata: {
      ...(outlet === undefined ? {} : { outlet: { [outlet]: 1 } }),
      ...(published === undefined ? {} : { month: { [published.slice(0, 'YYYY-MM'.length)]: 1 } }),
      tag: Object.fromEntries(tags),
    },
  }
}
