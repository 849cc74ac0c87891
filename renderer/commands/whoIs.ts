import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import { shownName } from '../state/reviewView.ts'

/** What an annotator is called on the screen, whose id is known: “you” for whoever sits here, a letter where names are hidden. */
export function whoIs(desk: Pick<Desk, 'entrance' | 'reviewView' | 'discussing'>, annotator: string): string {
  if (annotator === desk.entrance.getState().person?.id) return en.discussion.you
  const view = desk.reviewView.getState()
  if (view.isBlind) return shownName(view, annotator) || en.discussion.somebody
  const voice = desk.discussing.getState().voices.find(({ layer }) => layer === annotator)
  return view.names.get(annotator) ?? voice?.name ?? annotator
}
