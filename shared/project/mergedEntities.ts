import type { Entity } from './entity.ts'

/** Entities that were merged, by id, with what stands for them now. */
export type MergedEntities = ReadonlyMap<string, string>

/**
 * What `Project.resolve` says of every entity of a register that was merged, as data that a worker can be handed, in one
 * walk over the register, however long its chains. Those that stand for themselves aren't in it.
 */
export function mergedEntities(register: ReadonlyMap<string, Pick<Entity, 'mergedInto'>>): MergedEntities {
  const standing = new Map<string, string>()
  for (const id of register.keys()) {
    const walked = new Set<string>()
    let at = id
    let next: string | undefined = id
    while (next !== undefined && !standing.has(next) && !walked.has(next)) {
      at = next
      walked.add(at)
      next = register.get(at)?.mergedInto
    }
    const end = next === undefined ? at : (standing.get(next) ?? leastOf(circleIn(walked, next)))
    for (const one of walked) standing.set(one, end)
  }
  for (const [id, end] of standing) if (id === end) standing.delete(id)
  return standing
}

function circleIn(walked: ReadonlySet<string>, from: string): string[] {
  const path = [...walked]
  return path.slice(path.indexOf(from))
}

/** The same one stands for all, whichever is asked for. */
function leastOf(ids: readonly string[]): string {
  return ids.reduce((one, other) => (other < one ? other : one))
}
