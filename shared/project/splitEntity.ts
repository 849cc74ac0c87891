import { isSame } from '../json/isSame.ts'
import type { Entity } from './entity.ts'
import { cleanAliases, setEntity } from './entityEdits.ts'
import { fold } from './findEntities.ts'
import { allOf, type ProjectEdit } from './projectEdit.ts'

/** What mentions that are taken out of an entity refer to from then on: a new entity, or another of the register. */
export type SplitTarget =
  | { readonly kind: 'new'; readonly id: string; readonly entityKind: string; readonly name: string }
  | { readonly kind: 'other'; readonly id: string }

/** The aliases of an entity that go with the mentions taken out of it: those that only they were words of. */
export function aliasesToMove(
  { aliases }: Pick<Entity, 'aliases'>,
  moved: Iterable<string>,
  kept: Iterable<string>,
): string[] {
  const [going, staying] = [new Set([...moved].map(fold)), new Set([...kept].map(fold))]
  return aliases.filter(alias => going.has(fold(alias)) && !staying.has(fold(alias)))
}

/**
 * Takes something out of an entity: names that go with it are aliases of the
 * target from then on. The name of a new entity is no alias of the old one any
 * more. The annotations are changed beside this.
 */
export function splitEntity(
  entities: ReadonlyMap<string, Entity>,
  from: string,
  target: SplitTarget,
  moving: readonly string[],
): ProjectEdit {
  const { aliases } = entities.get(from)!
  const gone = new Set(target.kind === 'new' ? [...moving, target.name] : moving)
  const kept = aliases.filter(alias => !gone.has(alias))
  const left = kept.length === aliases.length ? [] : [setEntity(from, { aliases: kept })]
  if (target.kind === 'new') {
    const { id, entityKind: kind, name } = target
    return allOf([setEntity(id, { kind, name, aliases: cleanAliases(name, moving) }), ...left])
  }
  const { name, aliases: theirs } = entities.get(target.id)!
  const joined = cleanAliases(name, [...theirs, ...moving])
  return allOf([...(isSame(joined, theirs) ? [] : [setEntity(target.id, { aliases: joined })]), ...left])
}
