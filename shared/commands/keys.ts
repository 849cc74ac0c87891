import { words } from '../words/words.ts'

/** The part of a keyboard event that says which key it is. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  /** The physical key, as `KeyH`. */
  readonly code?: string
  /** Whether a lock or a level is on, as `AltGraph`. */
  getModifierState?(name: 'AltGraph'): boolean
}

export type Platform = 'mac' | 'other'

/**
 * A key press as the command table spells it: `Mod+Shift+Z`, `Delete`, `A`.
 * Shift is spelled only where the character doesn't already say it, so `?`
 * is `?` on every keyboard.
 */
export function spellPress(press: KeyPress, platform: Platform): string {
  if (typesByAltGr(press, platform)) return press.key.toUpperCase()
  if (typesByNumber(press, platform)) return `Alt+${press.code}`
  const mod = platform === 'mac' ? press.metaKey : press.ctrlKey
  const typed = platform === 'mac' && press.altKey ? (keyOf(press) ?? press.key) : press.key
  const letter = typed.length === 1
  const key = typed === ' ' ? 'Space' : letter ? typed.toUpperCase() : typed
  const shift = press.shiftKey && (!letter || /\p{L}/u.test(typed) || mod)
  // The other of the two is no modifier of ours, and mustn't be lost: Ctrl+K on a Mac isn't K.
  const other = platform === 'mac' ? press.ctrlKey && 'Ctrl+' : press.metaKey && 'Meta+'
  return `${mod ? 'Mod+' : ''}${other || ''}${press.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`
}

/**
 * Whether the character needs AltGr on this keyboard, as [ and { do on a German
 * one. Windows reports AltGr as Ctrl with Alt; commands with both have letters.
 */
function typesByAltGr(press: KeyPress, platform: Platform): boolean {
  if (platform === 'mac' || press.key.length !== 1 || !press.ctrlKey || !press.altKey) return false
  return (press.getModifierState?.('AltGraph') ?? false) || !/[\p{L}\p{N}]/u.test(press.key)
}

/** Whether a digit is one of a character's number: Alt and 0233 of the number pad are é on Windows. */
function typesByNumber({ code = '', altKey, ctrlKey, metaKey }: KeyPress, platform: Platform): boolean {
  return platform !== 'mac' && altKey && !ctrlKey && !metaKey && /^Numpad\d$/.test(code)
}

/** The character that a key types by itself on a Mac, where Alt makes another of it (˙ of H). */
function keyOf({ code = '', shiftKey }: KeyPress): string | undefined {
  const plain = /^(?:Key|Digit)(.)$/.exec(code)?.[1]
  return plain ?? signs[code]?.[shiftKey ? 1 : 0]
}

const signs: Readonly<Record<string, string>> = { BracketLeft: '[{', BracketRight: ']}', Minus: '-_', Equal: '=+' }

/** Whether a spelled key types a character, so that text fields must keep it. */
export function isSingleKey(spelled: string): boolean {
  return /^(Shift\+)?.$/u.test(spelled)
}

/** `Mod+Shift+Z` as it is printed on a person's keyboard. */
export function printKeys(spelled: string, platform: Platform): string {
  const mac = platform === 'mac'
  const names: Readonly<Record<string, string>> = mac
    ? { ...words.keyNames, Mod: '⌘', Shift: '⇧', Alt: '⌥' }
    : words.keyNames
  if (spelled === '+') return spelled
  const parts = spelled.endsWith('++') ? [...spelled.slice(0, -2).split('+'), '+'] : spelled.split('+')
  return parts.map(part => names[part] ?? part).join(mac ? '' : '+')
}
