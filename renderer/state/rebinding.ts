import type { ChangedKeys } from '../../shared/commands/bindings.ts'
import { type CommandId, commandIds } from '../../shared/commands/commands.ts'
import type { Entry, ReadingStore } from './reading.ts'
import type { SettingsStore } from './settings.ts'

/** The keys of some commands; null where a command has its usual ones. */
export type Keys = Readonly<Partial<Record<CommandId, readonly string[] | null>>>

/** How to take back a change of keys, or to make it again. It touches no file of a workspace. */
export interface KeysEntry {
  readonly kind: 'keys'
  readonly keys: Keys
  /** What the change left, which has to hold still. */
  readonly takesBack: Keys
}

interface Parts {
  readonly settings: SettingsStore
  readonly reading: Pick<ReadingStore, 'put' | 'replace'>
}

/** Changes the keys of this person, so that one undo takes each change back. */
export function makeRebinding({ settings, reading }: Parts) {
  const present = () => settings.getState().keys as ChangedKeys

  /** Other keys than before; keys that are as they were are no change. */
  function change(keys: ChangedKeys): void {
    const before = present()
    const of = commandIds.filter(id => !sameKeys(before[id] ?? null, keys[id] ?? null))
    if (of.length === 0) return
    const pick = (from: ChangedKeys) => Object.fromEntries(of.map(id => [id, from[id] ?? null])) as Keys
    keep(keys)
    reading.put({ kind: 'keys', keys: pick(before), takesBack: pick(keys) })
  }

  /** Takes an entry's step. False where the keys were changed since, as in another window. */
  function step(entry: KeysEntry, from: 'undos' | 'redos', to: 'undos' | 'redos'): boolean {
    const before = present()
    const of = Object.keys(entry.keys) as CommandId[]
    if (!of.every(id => sameKeys(before[id] ?? null, entry.takesBack[id] ?? null))) return false
    const others = Object.entries(before).filter(([id]) => !(id in entry.keys))
    const own = Object.entries(entry.keys).filter(([, keys]) => keys !== null)
    keep(Object.fromEntries([...others, ...own]) as ChangedKeys)
    reading.replace(from, entry, to, { kind: 'keys', keys: entry.takesBack, takesBack: entry.keys })
    return true
  }

  const keep = (keys: ChangedKeys) => settings.change({ keys: keys as Record<string, string[]> })

  return {
    change,
    step,
  }
}

export type Rebinding = ReturnType<typeof makeRebinding>

/** Whether an entry is a change of keys. */
export function isOfKeys(entry: Entry | undefined): entry is KeysEntry {
  return entry?.kind === 'keys'
}

function sameKeys(one: readonly string[] | null, other: readonly string[] | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
