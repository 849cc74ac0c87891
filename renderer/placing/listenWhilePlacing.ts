import { takesTyping } from '../commands/keyboard.ts'
import { placeHere, stopPlacingByHand } from '../commands/placingActions.ts'
import type { Desk } from '../state/desk.ts'

/**
 * Hears Enter and Escape before everybody else while words are being selected
 * for an annotation by hand, until the function that it returns is called.
 */
export function listenWhilePlacing(desk: Desk): () => void {
  function onKeyDown(event: KeyboardEvent): void {
    const { dialog, picker } = desk.dialogs.getState()
    if (!desk.placing.getState().byHand || dialog || picker || event.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { activeElement } = document
    if (takesTyping(activeElement) || activeElement?.matches('button')) return
    if (event.key === 'Enter') {
      desk.stage.page?.readSelection()
      placeHere(desk)
    } else if (event.key === 'Escape') stopPlacingByHand(desk)
    else return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('keydown', onKeyDown, true)
  return () => window.removeEventListener('keydown', onKeyDown, true)
}
