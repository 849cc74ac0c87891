import { commands } from '../../shared/commands/commands.ts'
import { circumstancesOn } from '../state/desk.ts'
import type { Dialog } from '../state/dialogs.ts'
import { selectedText } from '../state/reading.ts'
import { tagWith } from './actions.ts'
import { leaveComparing } from './comparingActions.ts'
import { type Asked, askedBy, takesTyping, undoesElsewhere } from './keyboard.ts'
import { goToSame } from './sameTag.ts'
import type { Workbench } from './useWorkbench.ts'

/** Hears keys, pastes and the coming and going of the window, until the function that it returns is called. */
export function listenToPerson({ desk, run }: Workbench): () => void {
  /** Escape lets go of what is selected, and of Tab: the next one leaves the text. Any other key takes it back. Where nothing is left to let go of, Escape leaves comparing. */
  function letGo(event: KeyboardEvent): void {
    const isInText = document.activeElement?.closest('[data-page]') !== null && document.activeElement !== null
    if (!isInText || event.key === 'Shift' || event.key === 'Tab') return
    const { focused } = desk.panes.getState()
    desk.panes.focus(event.key === 'Escape' ? null : 'article')
    if (event.key !== 'Escape') return
    const { selection, selected } = desk.reading.getState()
    const isFree = focused === null && selected === null && !selectedText(desk.reading.getState())
    if (isFree && !event.defaultPrevented && desk.reviewView.getState().mode !== 'off') leaveComparing(desk)
    desk.reading.select(null)
    desk.reshaping.letGo()
    if (selection) desk.reading.selectText({ start: selection.end, end: selection.end })
  }

  function onKeyDown(event: KeyboardEvent): void {
    letGo(event)
    if (event.defaultPrevented || event.isComposing) return
    desk.stage.page?.readSelection()
    const situation = {
      now: circumstancesOn(desk),
      codebook: desk.workspace.getState().codebook,
      singleKeys: desk.settings.getState().singleKeys,
      keys: desk.settings.getState().keys,
      platform: desk.platform(),
      isTyping: takesTyping(document.activeElement),
    }
    if (undoesElsewhere(event, situation)) event.preventDefault()
    const asked = askedBy(event, situation)
    if (!asked || isForTheControl(event, asked.kind) || !isHeardOver(desk.dialogs.getState().dialog, asked)) return
    if (desk.dialogs.getState().dialog) desk.dialogs.close()
    event.preventDefault()
    if (asked.kind === 'command') run(asked.command)
    else if (asked.kind === 'tag') tagWith(desk, asked.tag)
    else goToSame(desk, 'after', asked.tag)
  }

  /** Text pasted outside a text field becomes an article. */
  function onPaste(event: ClipboardEvent): void {
    const { dialog } = desk.dialogs.getState()
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (dialog || takesTyping(document.activeElement) || text === '' || !desk.workspace.getState().ticket) return
    event.preventDefault()
    desk.dialogs.open('clipboard', text)
  }

  function onFocus(): void {
    desk.recorder.retry()
  }

  function onHide(): void {
    desk.settle()
  }

  function onLeave(): void {
    desk.settle()
    desk.opening.farewell()
  }

  /** What a person does next meets the window as it is now. */
  const catchUp = () => desk.afterPaint.now()

  const resize = () => desk.panes.measure(window.innerWidth, window.innerHeight)
  resize()
  window.addEventListener('keydown', catchUp, true)
  window.addEventListener('pointerdown', catchUp, true)
  window.addEventListener('keydown', onKeyDown)
  window.addEventListener('paste', onPaste)
  window.addEventListener('focus', onFocus)
  window.addEventListener('blur', onHide)
  window.addEventListener('pagehide', onLeave)
  window.addEventListener('resize', resize)
  return () => {
    window.removeEventListener('keydown', catchUp, true)
    window.removeEventListener('pointerdown', catchUp, true)
    window.removeEventListener('keydown', onKeyDown)
    window.removeEventListener('paste', onPaste)
    window.removeEventListener('focus', onFocus)
    window.removeEventListener('blur', onHide)
    window.removeEventListener('pagehide', onLeave)
    window.removeEventListener('resize', resize)
  }
}

/** Over a sheet that only shows things, what opens something else is still heard; a form has to be answered first. */
function isHeardOver(dialog: Dialog | null, asked: Asked): boolean {
  if (dialog === null) return true
  const opens = asked.kind === 'command' && commands[asked.command].menu === 'File'
  return opens && (dialog === 'palette' || dialog === 'keys')
}

/** Enter and Space press the button that has the focus; they aren't commands there. */
function isForTheControl(event: KeyboardEvent, kind: Asked['kind']): boolean {
  if (kind !== 'command' || (event.key !== 'Enter' && event.key !== ' ')) return false
  return document.activeElement?.matches('button, a, summary, select, [role="listbox"]') ?? false
}
