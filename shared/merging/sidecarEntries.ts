import { isObject, type Json, type JsonObject } from '../json/json.ts'

/** What of a sidecar is merged by id. An annotation is placed or unplaced, and is one entry either way. */
export const collections = ['annotations', 'links', 'comments', 'verdicts'] as const
export type Collection = (typeof collections)[number]

/** The entries of a sidecar by id, in the form of files. */
export function entriesOf(file: JsonObject, collection: Collection): Map<string, JsonObject> {
  const lists = collection === 'annotations' ? ['annotations', 'unplaced'] : [collection]
  const entries = lists.flatMap(name => (file[name] ?? []) as readonly JsonObject[])
  return new Map(entries.map(entry => [entry['id'] as string, entry]))
}

/** Whether an entry is an annotation that has no place in the text. */
export function isUnplaced(entry: JsonObject): boolean {
  return 'placement' in entry
}

/** The annotations that a link begins and ends at. */
export function endsOf({ from, to }: JsonObject): string[] {
  const end = isObject(to) ? to['annotation'] : undefined
  return [from as string, ...(typeof end === 'string' ? [end] : [])]
}

/** Where an annotation stands is one thing to say, however many keys say it. */
const PLACE = 'spans'
const placeKeys = ['spans', 'placement', 'textSha256']
const ATTRIBUTES = 'attributes'
/** Says which entry it is, or when it was touched, and nothing of what it says. */
const aside = new Set(['id', 'created', 'modified'])

/**
 * What an entry says, field by field: `tag`, `note`, `spans` (with where they
 * are missing, if they are), `attributes/ID` each for itself, and whatever
 * else is there under its own key.
 */
export function fieldsOf(entry: JsonObject): Map<string, Json> {
  const fields = new Map<string, Json>()
  for (const [key, value] of Object.entries(entry)) {
    if (aside.has(key) || placeKeys.includes(key)) continue
    if (key === ATTRIBUTES && isObject(value)) {
      for (const [id, answer] of Object.entries(value)) fields.set(`${ATTRIBUTES}/${id}`, answer)
    } else fields.set(key, value)
  }
  const place = Object.fromEntries(placeKeys.flatMap(key => (key in entry ? [[key, entry[key]!]] : [])))
  if (Object.keys(place).length > 0) fields.set(PLACE, place)
  return fields
}

/** The entry with other fields: undefined takes one away. */
export function withFields(entry: JsonObject, changes: ReadonlyMap<string, Json | undefined>): JsonObject {
  const changed: Record<string, Json> = { ...entry }
  const set = (object: Record<string, Json>, key: string, value: Json | undefined) => {
    if (value === undefined) delete object[key]
    else object[key] = value
  }
  for (const [field, value] of changes) {
    if (field === PLACE) {
      for (const key of placeKeys) set(changed, key, isObject(value) ? value[key] : undefined)
    } else if (field.startsWith(`${ATTRIBUTES}/`)) {
      const attributes = isObject(changed[ATTRIBUTES]) ? { ...changed[ATTRIBUTES] } : {}
      set(attributes, field.slice(ATTRIBUTES.length + 1), value)
      changed[ATTRIBUTES] = attributes
    } else set(changed, field, value)
  }
  return changed
}
