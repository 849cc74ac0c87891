import { words as en } from '../../shared/words/words.ts'
import type { Comparable } from '../state/comparing.ts'
import type { Desk } from '../state/desk.ts'
import { shownName } from '../state/reviewView.ts'
import { focusWhenThere } from './focusWhenThere.ts'
import { saidOfCase } from './saidOfCase.ts'

/** Looks up whose layers there are, and compares those of the article, as they were shown last; those that were compared last stay chosen. */
export async function compare(desk: Desk): Promise<void> {
  const { comparing, reviewView, reading, workspace, discussing } = desk
  const { article } = reading.getState()
  if (!article) return
  const { mode, way } = reviewView.getState()
  if (mode === 'off') reviewView.setMode(way)
  focusWhenThere('comparing-bar')
  let found: readonly Comparable[]
  try {
    found = await comparing.lookUp()
  } catch (failure) {
    desk.fail(failure)
    return
  }
  // Meanwhile the person may have gone to another article.
  const now = reading.getState().article ?? article
  const here = workspace.getState().rows.get(now.ticket)?.known?.layers
  const own = now.present.annotations.size > 0 ? discussing.me() : ''
  reviewView.choose(layersToCompare(reviewView.getState().layers, found, here, own))
}

/** Those that are chosen stay so if there is anything to compare; else those that the article has (`here`; undefined: not known) and the own one, if anything stands in it. */
export function layersToCompare(
  chosen: readonly string[],
  found: readonly Comparable[],
  here: readonly string[] | undefined,
  own: string,
): readonly string[] {
  const left = chosen.filter(one => found.some(({ id }) => id === one))
  if (left.length > 1) return left
  return found.flatMap(({ id }) => (id === own || !here || here.includes(id) ? [id] : []))
}

export function showOverlaid({ reviewView, notices }: Desk): void {
  reviewView.setMode('overlaid')
  notices.say(en.comparing.said.overlaid)
}

export function showBeside({ reviewView, comparing, notices }: Desk): void {
  reviewView.setMode('beside')
  const [first, second] = comparing.shownLayers().map(layer => shownName(reviewView.getState(), layer))
  if (first !== undefined && second !== undefined) notices.say(en.comparing.said.beside(first, second))
}

export function hideNames({ reviewView, notices }: Desk): void {
  const isBlind = !reviewView.getState().isBlind
  reviewView.setBlind(isBlind)
  notices.say(en.comparing.said.blind(isBlind))
}

/** Goes to the next difference, or the one before, and says what it is. */
export function stepDifference(desk: Desk, by: 1 | -1): void {
  const one = desk.comparing.step(by)
  if (one) desk.notices.say(saidOfCase(desk, one))
  else desk.notices.say(by === 1 ? en.comparing.said.noNext : en.comparing.said.noPrevious)
}

export function leaveComparing({ reviewView, notices, stage }: Desk): void {
  reviewView.setMode('off')
  notices.say(en.comparing.said.left)
  requestAnimationFrame(() => stage.page?.focus())
}
