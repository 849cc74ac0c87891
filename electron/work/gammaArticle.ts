import { type ArticleGamma, articleGamma } from '../../shared/agreement/gamma/articleGamma.ts'
import { standingLayer } from '../../shared/agreement/standingLayer.ts'
import { annotates } from '../../shared/dataset/annotates.ts'
import { all } from '../../shared/dataset/select.ts'
import type { Merged } from '../../shared/project/merged.ts'
import { type DatasetSource, datasetArticle } from './datasetArticle.ts'

/** γ of one article of many annotators may take minutes. */
export const GAMMA_DEADLINE_MS = 1_800_000

/** How far the expected disorder of one of so many articles may be off, so that that of all together is off by no more than 0.02, of 1. */
export function gammaPrecision(articles: number): number {
  return 0.02 * Math.sqrt(articles)
}

/** γ of the layers of one article; null where fewer than two can be read. Throws what reading the article throws. */
export async function gammaArticle({
  source,
  tags,
  pairs,
  merged,
  precision,
  seed,
}: {
  readonly source: DatasetSource
  readonly tags: readonly string[] | null
  /** Whether each two annotators are measured, too. */
  readonly pairs: boolean
  /** What was merged: it is the same as what stands for it. */
  readonly merged: Merged
  /** How far the expected disorder may be off, of 1. */
  readonly precision: number
  readonly seed: number
}): Promise<ArticleGamma | null> {
  const { article } = await datasetArticle(source, all)
  const layers = article.layers.filter(annotates).map(layer => standingLayer(layer, merged))
  return layers.length < 2 ? null : articleGamma(layers, { tags, pairs, precision, seed })
}

export type GammaTasks = { readonly gammaArticle: typeof gammaArticle }
