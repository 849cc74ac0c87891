import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'

/** Annotates here though a program that can't be seen from here has the layer open: a person says that it isn't at work any more. */
export async function takeOver(desk: Desk): Promise<void> {
  if (desk.reading.getState().article?.head?.holder?.mayBeGone) await goOn(desk, 'layer.takeOver')
}

/** Goes on with a layer of the person's id that another device made: they say that it is theirs. */
export async function own(desk: Desk): Promise<void> {
  if (desk.reading.getState().article?.head?.problem?.kind === 'annotator-taken') await goOn(desk, 'layer.own')
}

/** Reads the article anew once the desktop knows what the person said. */
async function goOn(
  { ask, fail, notices, opening, reading, stage }: Desk,
  call: 'layer.takeOver' | 'layer.own',
): Promise<void> {
  const { article } = reading.getState()
  if (!article) return
  try {
    await ask(call, article.ticket)
    await opening.reread()
    if (reading.getState().article?.canAnnotate) notices.say(en.news.tookOver)
    stage.page?.focus()
  } catch (failure) {
    fail(failure)
  }
}
