import type { Codebook } from '../../shared/codebook/codebook.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { type ChangedKeys, keysOf, nextKeyOf } from '../../shared/commands/bindings.ts'
import { type Circumstances, type CommandId, commandIds, isAvailable } from '../../shared/commands/commands.ts'
import { isSingleKey, type KeyPress, type Platform, spellPress } from '../../shared/commands/keys.ts'

/** What a key press asks for. */
export type Asked =
  | { readonly kind: 'command'; readonly command: CommandId }
  | { readonly kind: 'tag' | 'next-of-tag'; readonly tag: string }

/** What the meaning of a key depends on. */
export interface KeySituation {
  readonly now: Circumstances
  readonly codebook: Pick<Codebook, 'tags'>
  readonly singleKeys: boolean
  /** The keys that this person changed. */
  readonly keys: ChangedKeys
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
  const { now, codebook, singleKeys, keys, platform, isTyping } = situation
  const key = spellPress(press, platform)
  if (isTyping && (isSingleKey(key) || typesOnMac(key, platform) || editingKeys.has(key))) return undefined
  if (isSingleKey(key)) {
    if (!singleKeys) return undefined
    const tag = codebook.tags.find(one => isOffered(one) && one.key !== '' && one.key.toUpperCase() === key)
    if (tag && now.has('text-or-annotation-selected')) return { kind: 'tag', tag: tag.id }
  }
  const next = codebook.tags.find(tag => isOffered(tag) && nextKeyOf(tag) === key)
  if (next && now.has('article-open')) return { kind: 'next-of-tag', tag: next.id }
  // A key that a person gave wins over one that a newer Stet came with; among equals the first in the table.
  const candidates = commandIds.filter(id => keysOf(id, keys).includes(key) && isAvailable(id, now))
  const command = candidates.find(id => keys[id]) ?? candidates[0]
  return command && { kind: 'command', command }
}

/**
 * Whether a key takes a step back or forth, by the keys that this person has:
 * for a dialog that hears undo itself, because what lies behind it is deaf.
 */
export function stepAskedBy(
  press: KeyPress,
  { singleKeys, keys, platform, isTyping }: Omit<KeySituation, 'now' | 'codebook'>,
): 'undo' | 'redo' | null {
  const key = spellPress(press, platform)
  if (isSingleKey(key) && (isTyping || !singleKeys)) return null
  if (isTyping && typesOnMac(key, platform)) return null
  return (['undo', 'redo'] as const).find(step => keysOf(`edit.${step}`, keys).includes(key)) ?? null
}

/**
 * Whether a key would make the browser undo in a text field that was left: with
 * nothing to undo in the text, it would change that field and take the focus there.
 */
export function undoesElsewhere(press: KeyPress, { platform, isTyping }: Pick<KeySituation, 'platform' | 'isTyping'>) {
  return !isTyping && ['Mod+Z', 'Mod+Shift+Z', 'Mod+Y'].includes(spellPress(press, platform))
}

/** Alt writes special characters on a Mac. */
function typesOnMac(key: string, platform: Platform): boolean {
  return platform === 'mac' && /^Alt\+(Shift\+)?.$/u.test(key)
}

/** Whether an element takes the characters that are typed. */
export function takesTyping(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true
  if (element instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(element.type)
  return element instanceof HTMLElement && element.isContentEditable
}
