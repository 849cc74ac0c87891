import { dateOfArticle } from '../../shared/article/dateOfArticle.ts'
import type { OpenArticle } from './openArticle.ts'

/** The day on which an article was published, as precisely as it is known: `2031-03-04`; null where nothing says so. */
export function publishedOn({ text, blocks, metadata }: OpenArticle): string | null {
  const { published } = metadata
  // A zone that a person has corrected since the text was read may say it now.
  return published && published.by !== 'text' ? published.value.slice(0, 10) : dateOfArticle(text, blocks)
}
