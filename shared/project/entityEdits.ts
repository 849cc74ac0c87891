import type { JsonObject } from '../json/json.ts'
import type { Entity, Role } from './entity.ts'
import { fold } from './findEntities.ts'
import type { SetEdit } from './projectEdit.ts'

/** What a person says of an entity; null takes a field away. */
export interface EntityFields {
  readonly kind?: string
  readonly name?: string
  readonly aliases?: readonly string[]
  readonly roles?: readonly Role[]
  readonly parent?: string | null
  readonly note?: string | null
  readonly externalIds?: Readonly<Record<string, string>>
  readonly mergedInto?: string | null
  readonly attributes?: JsonObject
}

/** Sets fields of an entity; one that isn't there is made. Lists that are empty are left out of the file. */
export function setEntity(id: string, fields: EntityFields): SetEdit {
  const said = Object.entries(fields).map(([key, value]) => [key, isEmpty(value) ? null : value] as const)
  return { kind: 'set', of: 'entities', id, fields: Object.fromEntries(said) as SetEdit['fields'] }
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value!).length === 0
}

/** Whether an entity goes by a name already: case and accents make no difference. */
export function goesBy({ name, aliases }: Pick<Entity, 'name' | 'aliases'>, words: string): boolean {
  const folded = fold(words)
  return [name, ...aliases].some(one => one === words || (folded !== '' && fold(one) === folded))
}

/** Aliases without what is empty, said twice, or the name itself. */
export function cleanAliases(name: string, aliases: readonly string[]): string[] {
  const seen = new Set([name])
  return aliases
    .map(alias => alias.trim())
    .filter(alias => alias !== '' && !seen.has(alias) && seen.add(alias) !== undefined)
}

/** Whether `id` would be a part of itself if it were part of `parent`, however far up. */
export function wouldLoop(entities: ReadonlyMap<string, Entity>, id: string, parent: string): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = parent; at !== undefined && !seen.has(at); ) {
    if (at === id) return true
    seen.add(at)
    const entity = entities.get(at)
    at = entity?.mergedInto ?? entity?.parent
  }
  return false
}
