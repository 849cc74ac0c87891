import { isObject, type Json, type JsonObject } from '../json/json.ts'

/** What somebody was for a time. Dates are ISO 8601 or EDTF; one that is missing is not known, or not over. */
export interface Role {
  readonly title: string
  readonly from?: string
  readonly to?: string
}

/** Someone or something of the project's register, that annotations in many articles refer to by `id`. */
export interface Entity {
  readonly id: string
  /** One of the `entityKinds` of some tag, as `person`; any word. */
  readonly kind: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly roles: readonly Role[]
  /** The id of the entity that it is part of. */
  readonly parent?: string
  readonly attributes: JsonObject
  /** Ids in registers of others, by the register's name: `wikidata`. */
  readonly externalIds: Readonly<Record<string, string>>
  readonly note?: string
  /** The entity that took its place; it stays for the annotations of colleagues. See `Project.resolve`. */
  readonly mergedInto?: string
}

/** "Never tag this string as that", as a person decided while tagging all. `tag` is a tag's id. */
export interface Never {
  readonly id: string
  readonly text: string
  readonly tag: string
}

/** Someone who works in the project; `id` is an annotator's. */
export interface ProjectPerson {
  readonly id: string
  readonly name: string
}

/** An entity out of its record, which has passed the schema. What it doesn't say is empty. */
export function entityOf(record: JsonObject): Entity {
  const roles = (record['roles'] as readonly JsonObject[] | undefined) ?? []
  return {
    id: record['id'] as string,
    kind: record['kind'] as string,
    name: record['name'] as string,
    aliases: (record['aliases'] as readonly string[] | undefined) ?? [],
    roles: roles.map(role => ({ title: role['title'] as string, ...text(role, 'from'), ...text(role, 'to') })),
    attributes: objectIn(record['attributes']),
    externalIds: objectIn(record['externalIds']) as Record<string, string>,
    ...text(record, 'parent'),
    ...text(record, 'note'),
    ...text(record, 'mergedInto'),
  }
}

export function neverOf(record: JsonObject): Never {
  return { id: record['id'] as string, text: record['text'] as string, tag: record['tag'] as string }
}

export function projectPersonOf(record: JsonObject): ProjectPerson {
  return { id: record['id'] as string, name: record['name'] as string }
}

function objectIn(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}

function text<K extends string>(record: JsonObject, key: K): { [_ in K]?: string } {
  const value = record[key]
  return (typeof value === 'string' ? { [key]: value } : {}) as { [_ in K]?: string }
}
