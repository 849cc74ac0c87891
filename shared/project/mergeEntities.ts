import { isSame } from '../json/isSame.ts'
import type { JsonObject } from '../json/json.ts'
import type { Entity } from './entity.ts'
import { cleanAliases, setEntity, wouldLoop } from './entityEdits.ts'
import type { Project } from './project.ts'
import { allOf, type ProjectEdit } from './projectEdit.ts'

/** Which entities become one. */
export interface Merging {
  /** The id of the one that stays. */
  readonly keep: string
  /** The ids of those that go into it. */
  readonly gone: readonly string[]
  /** Which id holds, by register, where they have several; left out, that of the one that stays. */
  readonly chosen?: Readonly<Record<string, string>>
}

/** Registers of others in which the entities have different ids: which one holds is a person's to say. */
export interface IdConflict {
  readonly register: string
  /** The ids, that of the entity that stays first. */
  readonly ids: readonly string[]
}

/** What the entity that stays is then. */
export interface MergedEntity {
  readonly aliases: readonly string[]
  readonly roles: readonly JsonObject[]
  readonly externalIds: Readonly<Record<string, string>>
  readonly conflicts: readonly IdConflict[]
  readonly parent: string | null
  readonly note: string | null
  readonly attributes: JsonObject
}

/** What several entities are as one: names become aliases, roles and ids of others are joined, what the one that stays says holds. */
export function merged(project: Project, { keep, gone, chosen = {} }: Merging): MergedEntity {
  const all = [keep, ...gone].flatMap(id => project.entities.get(id) ?? [])
  const { name } = project.entities.get(keep)!
  const parent = all.map(one => one.parent).find(id => id !== undefined && isParentFor(project, id, keep, gone))
  const notes = new Set(all.map(({ note }) => note?.trim()).filter(Boolean))
  return {
    aliases: cleanAliases(
      name,
      all.flatMap(one => [one.name, ...one.aliases]),
    ),
    roles: union(all.flatMap(({ id }) => rolesIn(project, id))),
    ...joined(all, chosen),
    parent: parent === undefined ? null : project.resolve(parent),
    note: notes.size > 0 ? [...notes].join('\n\n') : null,
    attributes: Object.assign({}, ...all.map(one => one.attributes).reverse()),
  }
}

/**
 * Makes several entities one. Those that go stay in the register, saying what
 * they were merged into, for annotations of colleagues that refer to them; what
 * was a part of them becomes a part of the one that stays.
 */
export function mergeEntities(project: Project, merging: Merging): ProjectEdit {
  const { keep, gone } = merging
  const { conflicts: _, roles, ...fields } = merged(project, merging)
  const parts = [...project.entities.values()].filter(one => one.parent !== undefined && gone.includes(one.parent))
  return allOf([
    { ...setEntity(keep, { ...fields, roles: roles as never }) },
    ...gone.map(id => setEntity(id, { mergedInto: keep })),
    ...parts.filter(({ id }) => id !== keep && !gone.includes(id)).map(({ id }) => setEntity(id, { parent: keep })),
  ])
}

/** The ids of all entities that one stands for: its own, and of what was merged into it. */
export function idsOf(project: Project, id: string): string[] {
  const ids = [...project.entities.values()].flatMap(one =>
    one.id === id || (one.mergedInto !== undefined && project.resolve(one.id) === id) ? [one.id] : [],
  )
  return ids.includes(id) ? ids : [id, ...ids]
}

/** The roles of an entity as they stand in the file, with what isn't known of them. */
export function rolesIn(project: Project, id: string): readonly JsonObject[] {
  return (project.record('entities', id)?.['roles'] as readonly JsonObject[] | undefined) ?? []
}

function isParentFor(project: Project, parent: string, keep: string, gone: readonly string[]): boolean {
  return ![keep, ...gone].some(id => wouldLoop(project.entities, id, parent))
}

function union(roles: readonly JsonObject[]): JsonObject[] {
  return roles.filter((role, i) => roles.findIndex(other => isSame(role, other)) === i)
}

function joined(all: readonly Entity[], chosen: Readonly<Record<string, string>>) {
  const registers = [...new Set(all.flatMap(({ externalIds }) => Object.keys(externalIds)))].sort()
  const idsByRegister = registers.map(register => ({
    register,
    ids: [...new Set(all.flatMap(({ externalIds }) => externalIds[register] ?? []))],
  }))
  const held = idsByRegister.map(({ register, ids }) => {
    const wanted = chosen[register]
    return [register, wanted !== undefined && ids.includes(wanted) ? wanted : ids[0]!] as const
  })
  return { externalIds: Object.fromEntries(held), conflicts: idsByRegister.filter(({ ids }) => ids.length > 1) }
}
