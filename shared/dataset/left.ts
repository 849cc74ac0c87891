import { type DatasetArticle, wordsOf } from './dataset.ts'
import type { LeftOut } from './fit.ts'

/** What was left out, with the words that it stands at; '' for a link and an article. */
export type Left = LeftOut & { readonly quote: string }

/** The same with its words, in the article as it was before it was fitted. A part that was made of a discontinuous annotation has those of all of it. */
export function withWords({ text, layers }: DatasetArticle, one: LeftOut): Left {
  if (one.kind !== 'annotation') return { ...one, quote: '' }
  const annotations = layers.find(({ annotator }) => annotator === one.annotator)?.annotations
  const whole = one.id.replace(/\.\d+$/, '')
  const found = annotations?.find(({ id }) => id === one.id) ?? annotations?.find(({ id }) => id === whole)
  return { ...one, quote: found ? wordsOf(text, found.spans) : '' }
}
