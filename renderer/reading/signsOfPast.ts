import { extent } from '../../shared/annotation/annotation.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import type { ShownHint } from './page/linkDrawing.ts'

/** Signs at what differs from now, while the past is shown: where it stood then; what has come since, where it stands now. */
export function signsOfPast({ past }: Pick<Desk, 'past'>): ShownHint[] {
  const held = past.getState().at === null ? null : past.get()
  if (!held) return []
  return [...held.differences.values()].flatMap(({ then, now }) => {
    const shown = then?.part === 'annotation' ? then : now?.part === 'annotation' && then === null ? now : undefined
    if (shown?.part !== 'annotation') return []
    const key = en.history.signs[now === null ? 'gone' : then === null ? 'added' : 'changed']
    return [{ offset: extent(shown.value).start, key, typed: 0, isSign: true }]
  })
}
