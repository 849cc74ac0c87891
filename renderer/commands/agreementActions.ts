import type { ToldCases } from '../../shared/agreement/agreementCases.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'

/** Opens the article of a case at its place, with its words selected; the sheet goes. Where they stand there no more, that is said. */
export async function openCase(desk: Desk, one: ToldCases['cases'][number]): Promise<void> {
  const { agreeing, opening, reading, notices } = desk
  agreeing.close()
  if (!(await opening.open(one.article))) return
  requestAnimationFrame(() => desk.stage.page?.focus())
  const { article } = reading.getState()
  if (!article) return
  const side = one.inA ?? one.inB!
  const standing = side.spans.map(({ start, end }) => article.text.slice(start, end)).join(' … ')
  // Of a long quote the beginning is told.
  const quote = side.quote.replace(/…$/, '')
  if (!standing.startsWith(quote)) return notices.news(en.agreement.cases.gone)
  reading.reveal(one.span)
  reading.select(null)
  reading.selectText(one.span)
  notices.say(en.agreement.cases.opened(side.quote))
}
