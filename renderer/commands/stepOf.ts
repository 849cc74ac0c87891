import type { KeyPress } from '../../shared/commands/keys.ts'
import type { Desk } from '../state/desk.ts'
import { stepAskedBy, takesTyping } from './keyboard.ts'

/** Whether a key press in a dialog asks to undo or to do again, by the keys that this person has. */
export function stepOf(desk: Desk, press: KeyPress): 'undo' | 'redo' | null {
  const { keys, singleKeys } = desk.settings.getState()
  return stepAskedBy(press, {
    keys,
    singleKeys,
    platform: desk.platform(),
    isTyping: takesTyping(document.activeElement),
  })
}
