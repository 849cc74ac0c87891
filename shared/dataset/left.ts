import { type DatasetAnnotation, type DatasetArticle, wordsOf } from './dataset.ts'
import type { LeftOut } from './fit.ts'

/** What was left out, with the words that it stands at: of a link those that it begins at, with an arrow to those that it leads to, of a comment or a verdict what it says; '' for an article. */
export type Left = LeftOut & { readonly quote: string }

/** The same with its words, in the article as it was before it was fitted. A part that was made of a discontinuous annotation has those of all of it. */
export function withWords({ text, layers }: DatasetArticle, one: LeftOut): Left {
  const layer = layers.find(({ annotator }) => annotator === one.annotator)
  const whole = one.id.replace(/\.\d+$/, '')
  const find = (id: string) => layer?.annotations.find(one => one.id === id)
  const words = (found: DatasetAnnotation | undefined) => (found ? wordsOf(text, found.spans) : '')
  if (one.kind === 'annotation') return { ...one, quote: words(find(one.id) ?? find(whole)) }
  if (one.kind === 'remark') {
    const said = layer?.comments?.find(({ id }) => id === one.id)?.text
    return { ...one, quote: said ?? layer?.verdicts?.find(({ id }) => id === one.id)?.note ?? '' }
  }
  const link = one.kind === 'link' ? layer?.links.find(({ id }) => id === one.id) : undefined
  const ends = link ? [link.from, ...('annotation' in link.to ? [link.to.annotation] : [])] : []
  return { ...one, quote: ends.map(id => words(find(id))).join(' → ') }
}
