import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { letterOf } from '../state/reviewView.ts'

/** What an annotator is called in lists, which know their id: where names are hidden by their letter, but for whoever sits here. */
export function useWhose(): (annotator: string) => string {
  const { desk } = useWorkbench()
  const isBlind = useValue(desk.reviewView, state => state.isBlind)
  const letters = useValue(desk.reviewView, state => state.letters)
  if (!isBlind) return annotator => annotator
  return annotator =>
    annotator === desk.workingOn.me() ? annotator : letterOf({ letters }, annotator) || en.discussion.somebody
}
