import { type ArticleAgreement, articleAgreement } from '../../shared/agreement/articleAgreement.ts'
import type { Comparing } from '../../shared/agreement/compareLayers.ts'
import { annotates } from '../../shared/dataset/annotates.ts'
import { all } from '../../shared/dataset/select.ts'
import { type DatasetSource, datasetArticle, type NotTaken } from './datasetArticle.ts'

/** How far the layers of one article agree, and what of them can't be read or has no place in its text. Throws what reading the article throws. */
export async function agreeArticle({
  source,
  comparing,
}: {
  readonly source: DatasetSource
  readonly comparing: Comparing
}): Promise<{ readonly agreement: ArticleAgreement; readonly notTaken: readonly NotTaken[] }> {
  const { article, notTaken } = await datasetArticle(source, all)
  return { agreement: articleAgreement(article.text, article.layers.filter(annotates), comparing), notTaken }
}
