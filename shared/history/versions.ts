import { isObject, type JsonObject } from '../json/json.ts'

/**
 * A version with a name stands in the history as an edit that changes nothing
 * and carries the name: earlier programs replay it without noticing, and it is
 * chained and synced like every other line.
 *
 * `of` is the hash of the line after which the layer stood so; '' for the line
 * right above. An empty name takes the name away.
 */
export interface Version {
  readonly name: string
  readonly of: string
}

/** The edit that names a version. */
export function versionEdit({ name, of }: Version): JsonObject {
  return { kind: 'all', edits: [], version: { name, of } }
}

/** The name that an edit gives; undefined for any other edit. */
export function versionIn(edit: JsonObject): Version | undefined {
  const version = edit['version']
  if (edit['kind'] !== 'all' || !isObject(version)) return undefined
  const { name, of } = version
  return typeof name === 'string' && typeof of === 'string' ? { name, of } : undefined
}

/** An edit that is the sum of several, written by a shortening of the history: of how many. 1 for any other edit. */
export function editsIn(edit: JsonObject): number {
  const sum = edit['sumOf']
  return typeof sum === 'number' && Number.isInteger(sum) && sum > 1 ? sum : 1
}

/** The edit that stands for several. */
export function sumEdit(edits: readonly JsonObject[], sumOf: number): JsonObject {
  return { kind: 'all', edits, sumOf }
}
