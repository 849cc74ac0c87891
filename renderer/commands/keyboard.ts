import type { Codebook } from '../../shared/codebook/codebook.ts'
import { type Circumstances, type CommandId, commandForKey } from '../../shared/commands/commands.ts'
import { isSingleKey, type KeyPress, type Platform, spellPress } from '../../shared/commands/keys.ts'

/** What a key press asks for. */
export type Asked =
  | { readonly kind: 'command'; readonly command: CommandId }
  | { readonly kind: 'tag'; readonly tag: string }

/** What the meaning of a key depends on. */
export interface KeySituation {
  readonly now: Circumstances
  readonly codebook: Pick<Codebook, 'tags'>
  readonly singleKeys: boolean
  readonly platform: Platform
  /** Whether the focus is where characters are typed. */
  readonly isTyping: boolean
}

/** Keys that work in the page, lists and fields by themselves; they aren't commands while something is typed. */
const editingKeys = new Set([
  'Delete',
  'Backspace',
  'Enter',
  'Tab',
  'Shift+Tab',
  'Mod+C',
  'Mod+A',
  'Mod+Z',
  'Mod+Shift+Z',
  'Mod+Y',
])

/** What a key press means, or undefined where it belongs to whoever has the focus. */
export function askedBy(press: KeyPress, situation: KeySituation): Asked | undefined {
  const { now, codebook, singleKeys, platform, isTyping } = situation
  const key = spellPress(press, platform)
  if (isTyping && (isSingleKey(key) || editingKeys.has(key))) return undefined
  if (isSingleKey(key)) {
    if (!singleKeys) return undefined
    const tag = codebook.tags.find(one => one.key !== '' && one.key.toUpperCase() === key)
    if (tag && now.has('text-or-annotation-selected')) return { kind: 'tag', tag: tag.id }
  }
  const command = commandForKey(key, now)
  return command && { kind: 'command', command }
}

/** Whether an element takes the characters that are typed. */
export function takesTyping(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true
  if (element instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(element.type)
  return element instanceof HTMLElement && element.isContentEditable
}
