import { type ArticleGamma, articleGamma } from '../../shared/agreement/gamma/articleGamma.ts'
import { annotates } from '../../shared/dataset/annotates.ts'
import { all } from '../../shared/dataset/select.ts'
import { type DatasetSource, datasetArticle } from './datasetArticle.ts'

/** γ of the layers of one article; null where fewer than two can be read. Throws what reading the article throws. */
export async function gammaArticle({
  source,
  tags,
  precision,
  seed,
}: {
  readonly source: DatasetSource
  readonly tags: readonly string[] | null
  /** How far the expected disorder may be off, of 1. */
  readonly precision: number
  readonly seed: number
}): Promise<ArticleGamma | null> {
  const { article } = await datasetArticle(source, all)
  const layers = article.layers.filter(annotates)
  return layers.length < 2 ? null : articleGamma(layers, { tags, precision, seed })
}
