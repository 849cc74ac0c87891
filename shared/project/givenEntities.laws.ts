import type { JsonObject } from '../json/json.ts'
import { type Entity, entityOf } from './entity.ts'
import { Project } from './project.ts'

/** What tests say of an entity; it is a person, and called by its id, unless they say otherwise. */
export type GivenEntity = Omit<Partial<Entity>, 'id'>

/** Test ground: entities by their ids. */
export function givenEntities(given: Readonly<Record<string, GivenEntity>>): Map<string, Entity> {
  return new Map(Object.entries(given).map(([id, entity]) => [id, entityOf(recordOf(id, entity))]))
}

/** Test ground: a project with these entities. */
export function givenProject(given: Readonly<Record<string, GivenEntity>>): Project {
  const entities = Object.entries(given).map(([id, entity]) => recordOf(id, entity))
  return new Project({ formatVersion: 1, entities })
}

function recordOf(id: string, entity: GivenEntity): JsonObject {
  return { id, kind: 'person', name: id, ...(entity as unknown as JsonObject) }
}
