import { type Annotation, extent } from '../../shared/annotation/annotation.ts'
import { type MeantDate, meantDates } from '../../shared/article/meantDates.ts'
import { sentenceAround } from '../../shared/text/sentences.ts'
import { blockIndexAt } from '../state/blocks.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import { publishedOn } from '../state/publishedOn.ts'

/**
 * The dates that words in an annotation's sentence mean, counted from the day
 * on which the article was published. Of what is said to be still to come, the
 * days after that come first.
 */
export function suggestedDates(article: OpenArticle, annotation: Annotation): readonly MeantDate[] {
  const published = publishedOn(article)
  const { start, end } = extent(annotation)
  const sentence =
    published === null ? null : sentenceAround(article.text, start, article.blocks[blockIndexAt(article.blocks, start)])
  if (published === null || !sentence) return []
  const words = article.text.slice(sentence.start, sentence.end)
  const at = { start: start - sentence.start, end: Math.min(end, sentence.end) - sentence.start }
  const dates = meantDates(words, at, published, article.metadata.language?.value)
  if (annotation.attributes['realis'] !== 'future') return dates
  const isToCome = ({ date }: MeantDate) => date > published
  return [...dates.filter(isToCome), ...dates.filter(date => !isToCome(date))]
}
