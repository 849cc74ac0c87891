import { flushSync } from 'react-dom'
import { takesTyping } from '../commands/keyboard.ts'
import { changeMade, leaveLinking, linkWithWords, sayLink } from '../commands/linkActions.ts'
import type { Desk } from '../state/desk.ts'

/** Where the focus goes for the list of targets, and for finding by words. */
export const targetsId = 'link-targets'
export const findId = 'link-find'

const modifiers = new Set(['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'CapsLock'])

/**
 * Hears keys before everybody else while a link is being made or has just been
 * made, until the function that it returns is called. Keys that move the caret
 * or select go on to the text; letters never do anything but link.
 */
export function listenWhileLinking(desk: Desk): () => void {
  function onKeyDown(event: KeyboardEvent): void {
    const { mode, made } = desk.linking.getState()
    const { dialog, picker } = desk.dialogs.getState()
    if ((!mode && !made) || dialog || picker || event.isComposing || modifiers.has(event.key)) return
    if (takesTyping(document.activeElement)) return
    desk.stage.page?.readSelection()
    const isHeard = mode ? hearMode(desk, event) : hearMade(desk, event)
    if (!isHeard) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  /** A click is the next thing that is done; it is over before the text gets the room of what was said at its foot. */
  function onClick({ target }: MouseEvent): void {
    const { made } = desk.linking.getState()
    if (!made || (target instanceof Element && target.closest('.linking'))) return
    setTimeout(() => {
      if (desk.linking.getState().made === made) desk.linking.end()
    })
  }
  window.addEventListener('keydown', onKeyDown, true)
  window.addEventListener('click', onClick, true)
  return () => {
    window.removeEventListener('keydown', onKeyDown, true)
    window.removeEventListener('click', onClick, true)
  }
}

/** Says whether the key was for linking mode. */
function hearMode(desk: Desk, event: KeyboardEvent): boolean {
  const { linking, workspace } = desk
  const { key } = event
  const mode = linking.getState().mode!
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  if (key === 'Escape') {
    if (mode.words === null) leaveLinking(desk)
    else linking.search(null)
    return true
  }
  if (key === 'Backspace' || key === 'Delete') {
    if (key === 'Backspace') linking.back()
    return true
  }
  const isInList = document.activeElement?.id === targetsId
  if (key === 'Enter') {
    if (isInList || document.activeElement?.matches('button')) return false
    if (linking.hasWords()) linkWithWords(desk)
    return true
  }
  if (key === 'Tab') {
    if (document.activeElement?.closest('.linking')) return false
    document.getElementById(targetsId)?.focus()
    return true
  }
  // A space turns the page, or presses a button.
  if (key.length > 1 || key === ' ') return false
  if (linking.hasWords() && workspace.getState().codebook.tags.some(tag => isKey(tag.key, key))) return false
  const way = wayByDigit(mode.ways, key)
  if (way) linking.want(way)
  else if (key === '/') find(desk)
  else {
    const link = linking.typeLetter(key)
    if (link) sayLink(desk, link)
  }
  return true
}

/** Says whether the key was a digit for the link that was just made. Any other key is the next thing that is done. */
function hearMade(desk: Desk, event: KeyboardEvent): boolean {
  const { linking } = desk
  const { ways, link } = linking.getState().made!
  const selected = desk.reading.getState().selected
  const isHere = desk.reading
    .getState()
    .article?.layer.linksOf(selected ?? '')
    .some(({ id }) => id === link)
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey)
  const way = isPlain ? wayByDigit(ways, event.key) : undefined
  if (way && isHere && !linking.hasWords()) {
    changeMade(desk, way)
    return true
  }
  linking.end()
  return event.key === 'Escape'
}

/** Opens the field for words. It has the focus before the next key, however fast that comes. */
function find({ linking }: Desk): void {
  flushSync(() => linking.search(''))
  document.getElementById(findId)?.focus()
}

/** The kind of link with this number; the tenth is 0. */
function wayByDigit<Way>(ways: readonly Way[], key: string): Way | undefined {
  return /^\d$/.test(key) ? ways[(Number(key) + 9) % 10] : undefined
}

function isKey(tag: string, key: string): boolean {
  return tag !== '' && tag.toLowerCase() === key.toLowerCase()
}
