import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'

/** Annotates here though a program that can't be seen from here has the layer open: a person says that it isn't at work any more. */
export async function takeOver({ ask, fail, notices, opening, reading, stage }: Desk): Promise<void> {
  const { article } = reading.getState()
  if (!article?.head?.holder?.mayBeGone) return
  try {
    await ask('layer.takeOver', article.ticket)
    await opening.reread()
    if (reading.getState().article?.canAnnotate) notices.say(en.news.tookOver)
    stage.page?.focus()
  } catch (failure) {
    fail(failure)
  }
}
