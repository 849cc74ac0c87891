import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'

/** The open article is read in another encoding from now on; null for the one that is found without a person. One undo goes back. */
export function chooseEncoding({ reading, notices }: Pick<Desk, 'reading' | 'notices'>, encoding: string | null): void {
  const { article } = reading.getState()
  if (!article || encoding === article.chosenEncoding) return
  reading.edit({ file: 'facts', edit: { kind: 'encoding', encoding } })
  notices.say(encoding === null ? en.encoding.foundAgain : en.encoding.chosen(encoding.toUpperCase()))
}
