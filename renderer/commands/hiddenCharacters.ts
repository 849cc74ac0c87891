import { type Unseen, unseenIn } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'

/** Goes to the next character that nobody sees after the caret, round and round, and says what it is. */
export function nextHidden({ reading, notices, stage }: Desk): void {
  const { article, selection } = reading.getState()
  if (!article) return
  const { text } = article
  const from = selection ? selection.start + 1 : article.place
  const next = firstIn(text, Math.min(from, text.length), text.length) ?? firstIn(text, 0, text.length)
  if (!next) {
    notices.news(en.reading.noneUnseen)
    return
  }
  const span = { start: next.start, end: next.end }
  reading.select(null)
  reading.selectText(span)
  stage.page?.setSelection(span)
  reading.reveal(span)
  notices.news(en.reading.unseen(next), undefined, 'hidden character')
  stage.page?.focus()
}

function firstIn(text: string, start: number, end: number): Unseen | undefined {
  return unseenIn(text, { start, end }).next().value ?? undefined
}
