import type { ArticleAgreement } from '../articleAgreement.ts'

/** Articles in an order of their own, by how far their annotators agree: sums are added, and samples of a bootstrap drawn, by their places. */
export function inOrder<T>(articles: readonly T[], agreementIn: (one: T) => ArticleAgreement): T[] {
  return articles
    .map(one => {
      const article = agreementIn(one)
      return { one, article, says: JSON.stringify([article.tokenCount, article.tokens, article.units]) }
    })
    .sort((one, other) => compare(one.says, other.says) || compare(whole(one.article), whole(other.article)))
    .map(({ one }) => one)
}

function whole(article: ArticleAgreement): string {
  return JSON.stringify(article)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
