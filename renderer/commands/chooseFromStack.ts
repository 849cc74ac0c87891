import { type Annotation, extent } from '../../shared/annotation/annotation.ts'
import { smallestFirst, stackAround } from '../../shared/annotation/stack.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import { selectedAnnotation, selectedText } from '../state/reading.ts'
import { selectedSentence } from '../state/selectedSentence.ts'

/** Lists the annotations at the caret, or in the selected words, to choose from; one alone is selected at once. */
export function chooseFromStack(desk: Desk): void {
  const stack = stackAtHand(desk)
  const [only, another] = stack
  if (!only) desk.notices.say(en.said.noneHere)
  else if (another) desk.dialogs.ask({ ids: stack.map(({ id }) => id), place: placeOf(desk), isQuiet: false })
  else selectHere(desk, only)
}

/** Selects one of the annotations at the caret, and says which one it is. The caret stays, if it stands in it. */
export function selectHere(desk: Desk, annotation: Annotation): void {
  const { reading, notices } = desk
  reading.select(annotation.id)
  const { selection } = reading.getState()
  const { start, end } = extent(annotation)
  const stays = selection && selection.start === selection.end && start <= selection.start && selection.end <= end
  if (!stays) reading.selectText({ start, end: start })
  notices.say(selectedSentence(desk, annotation))
}

function stackAtHand({ reading }: Desk): Annotation[] {
  const state = reading.getState()
  const { article } = state
  if (!article) return []
  const text = selectedText(state)
  if (text) return smallestFirst(article.layer.touching(text))
  const caret = state.selection?.start ?? selectedAnnotation(state)?.spans[0]?.start ?? article.place
  return stackAround(article.layer.touching({ start: caret - 1, end: caret + 1 }), caret)
}

/** The words beside which the list opens. */
function placeOf({ reading }: Desk) {
  const state = reading.getState()
  const caret = state.selection?.end ?? selectedAnnotation(state)?.spans[0]?.start ?? state.article!.place
  return selectedText(state) ?? { start: Math.max(0, caret - 1), end: caret + 1 }
}
