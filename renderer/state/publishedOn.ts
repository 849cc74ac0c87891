import { dateOfArticle } from '../../shared/article/dateOfArticle.ts'
import type { OpenArticle } from './openArticle.ts'

/** When an article was published, as precisely as it is known: `2031-03-04`; null where nothing says so. */
export function publishedOn({ text, blocks }: Pick<OpenArticle, 'text' | 'blocks'>): string | null {
  return dateOfArticle(text, blocks)
}
