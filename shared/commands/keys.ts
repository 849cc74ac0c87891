import { words } from '../words/words.ts'

/** The part of a keyboard event that says which key it is. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export type Platform = 'mac' | 'other'

/**
 * A key press as the command table spells it: `Mod+Shift+Z`, `Delete`, `A`.
 * Shift is spelled only where the character doesn't already say it, so `?`
 * is `?` on every keyboard.
 */
export function spellPress(press: KeyPress, platform: Platform): string {
  const mod = platform === 'mac' ? press.metaKey : press.ctrlKey
  const letter = press.key.length === 1
  const key = letter ? press.key.toUpperCase() : press.key
  const shift = press.shiftKey && (!letter || /\p{L}/u.test(press.key) || mod)
  return `${mod ? 'Mod+' : ''}${press.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`
}

/** Whether a spelled key types a character, so that text fields must keep it. */
export function isSingleKey(spelled: string): boolean {
  return /^(Shift\+)?.$/u.test(spelled)
}

/** `Mod+Shift+Z` as it is printed on a person's keyboard. */
export function printKeys(spelled: string, platform: Platform): string {
  const mac = platform === 'mac'
  const names: Readonly<Record<string, string>> = mac
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Delete: words.keyNames.Delete }
    : words.keyNames
  const parts = spelled.endsWith('++') ? [...spelled.slice(0, -2).split('+'), '+'] : spelled.split('+')
  return parts.map(part => names[part] ?? part.replace('Arrow', '')).join(mac ? '' : '+')
}
