import type { Codebook } from '../codebook/codebook.ts'
import { type CommandId, commandIds, commands } from './commands.ts'

/** The keys that a person changed, spelled as in the table. Commands that are missing have their usual keys. */
export type ChangedKeys = Readonly<Partial<Record<string, readonly string[]>>>

/** Who a key belongs to: a command, the tag that it makes, or the tag whose next annotation it goes to. */
export type KeyOwner =
  | { readonly kind: 'command'; readonly command: CommandId }
  | { readonly kind: 'tag' | 'next-of-tag'; readonly tag: string }

type Tags = Pick<Codebook, 'tags'>['tags']

/** How many keys one command may have. */
export const MOST_KEYS = 4

/** The keys in effect, which menu, palette, buttons, help and keyboard all ask for here. */
export function keysOf(command: CommandId, changed: ChangedKeys): readonly string[] {
  return changed[command] ?? commands[command].keys
}

export function isChanged(command: CommandId, changed: ChangedKeys): boolean {
  return changed[command] !== undefined && changed[command].join(' ') !== commands[command].keys.join(' ')
}

/** The key that goes to the next annotation of a tag: Alt and the tag's own. Empty for a tag without one. */
export function nextKeyOf({ key }: { readonly key: string }): string {
  return key === '' ? '' : `Alt+${key.toUpperCase()}`
}

/**
 * Everything that has a key already, but for the command it is meant for. What
 * two commands need may always hold at once, so the same key is a conflict
 * wherever they are heard.
 */
export function ownersOf(key: string, changed: ChangedKeys, tags: Tags, but: CommandId): KeyOwner[] {
  const ofTags = tags.flatMap((tag): KeyOwner[] => {
    if (tag.key !== '' && tag.key.toUpperCase() === key) return [{ kind: 'tag', tag: tag.id }]
    return nextKeyOf(tag) === key ? [{ kind: 'next-of-tag', tag: tag.id }] : []
  })
  const ofCommands = commandIds
    .filter(id => id !== but && keysOf(id, changed).includes(key))
    .map((command): KeyOwner => ({ kind: 'command', command }))
  return [...ofTags, ...ofCommands]
}

/** Why a key can't be given to a command. */
export type KeyRefusal = 'leaving' | 'moving' | 'field' | 'system' | 'unknown'

/** Keys that text fields, lists and dialogs have for themselves, with every modifier. */
const moving = /(^|\+)(Arrow(Left|Right|Up|Down)|Home|End|PageUp|PageDown)$/
const field = new Set(['Enter', 'Space', 'Delete', 'Backspace', 'Mod+X', 'Mod+V', 'Mod+C', 'Mod+A'])
/** Keys that a desktop has for its windows; on a Mac, those of its own menu are among them. */
const system = /^(Alt\+F4|(Alt|Mod)\+Space|Mod\+(Q|W|H|M)|F11|PrintScreen|ContextMenu|Mod\+Alt\+Delete)$|Meta/
/** What a keyboard says when it says nothing yet. */
const nothing = /(^|\+)(Dead|Unidentified|Process|Compose|AltGraph|CapsLock|NumLock|Fn)$/

/** Why `key` may not become the key of a command; null where it may. A command's usual keys are always its own. */
export function refusalOf(key: string, command: CommandId): KeyRefusal | null {
  if ((commands[command].keys as readonly string[]).includes(key)) return null
  if (/(^|\+)(Escape|Tab)$/.test(key)) return 'leaving'
  if (moving.test(key)) return 'moving'
  if (field.has(key) || /^(Shift\+)?(Enter|Space|Delete|Backspace)$/.test(key)) return 'field'
  if (system.test(key)) return 'system'
  if (nothing.test(key)) return 'unknown'
  return null
}

/** One more key for a command, taken away from every other command that has it. */
export function withKey(changed: ChangedKeys, command: CommandId, key: string): ChangedKeys {
  const taken = commandIds
    .filter(id => id !== command && keysOf(id, changed).includes(key))
    .reduce((keys, id) => withoutKey(keys, id, key), changed)
  const others = keysOf(command, taken).filter(one => one !== key)
  return withKeys(taken, command, [...others, key].slice(-MOST_KEYS))
}

export function withoutKey(changed: ChangedKeys, command: CommandId, key: string): ChangedKeys {
  return withKeys(
    changed,
    command,
    keysOf(command, changed).filter(one => one !== key),
  )
}

/** A command's usual keys again, taken back from whichever command has them now. */
export function withUsualKeys(changed: ChangedKeys, command: CommandId): ChangedKeys {
  const { [command]: _, ...others } = changed
  return commands[command].keys.reduce((keys: ChangedKeys, key) => withKey(keys, command, key), others)
}

/** Only what differs from the table is kept. */
function withKeys(changed: ChangedKeys, command: CommandId, keys: readonly string[]): ChangedKeys {
  const next = { ...changed, [command]: keys }
  if (isChanged(command, next)) return next
  const { [command]: _, ...others } = next
  return others
}
