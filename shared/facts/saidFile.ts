import * as z from 'zod'
import {
  type FieldName,
  fieldNames,
  isFieldValue,
  isPublished,
  LONGEST_FIELD,
  PUBLISHED,
  sources,
} from '../article/metadata.ts'
import { isObject, type Json, type JsonObject } from '../json/json.ts'
import { restOf, withRest } from '../json/rest.ts'
import type { KeptField, Said } from './facts.ts'

/*
 * What a facts file says beside its zones, in the file's own form: the encoding
 * that a person chose, and the fields.
 */

const value = z.string().min(1).max(LONGEST_FIELD)
const by = z.enum(sources).describe('where it was found')

/** A field, or `null` to take it back, as the bridge takes it. */
export const Field = z.strictObject({ value, by })

const field = (name: FieldName) => {
  const said = name === 'published' ? value.regex(PUBLISHED).refine(isPublished, 'There is no such day') : value
  return z
    .looseObject({ value: said.refine(words => isFieldValue(name, words), 'No value of one line'), by })
    .optional()
}

/** The keys of a facts file that may be missing, and mostly are. */
export const saidKeys = {
  encoding: z.string().min(1).max(64).optional().describe('the encoding that a person chose'),
  fields: z
    .looseObject(Object.fromEntries(fieldNames.map(name => [name, field(name)])) as FieldsShape)
    .optional()
    .describe('what is known of the article, where its own file doesn’t say it, or says it otherwise'),
  unpacked: z
    .looseObject({ archive: z.string(), format: z.string(), key: z.string() })
    .optional()
    .describe('the file of many articles that this one was unpacked from, and which of them it is'),
}
type FieldsShape = Record<FieldName, ReturnType<typeof field>>

const names: ReadonlySet<string> = new Set(fieldNames)
const fieldKeys = new Set(['value', 'by'])

/** The encoding and the fields of a checked facts file. */
export function saidIn(file: JsonObject): Said {
  const fields = new Map<FieldName, KeptField>()
  for (const [name, entry] of Object.entries((file['fields'] ?? {}) as JsonObject)) {
    if (!names.has(name)) continue
    const { value, by } = entry as unknown as KeptField
    const rest = restOf(entry as JsonObject, fieldKeys)
    fields.set(name as FieldName, { value, by, ...(rest === undefined ? {} : { rest }) })
  }
  return { fields, encoding: (file['encoding'] as string | undefined) ?? null }
}

/** The fields of a checked facts file that aren't known, as JSON text. */
export function unknownFields(file: JsonObject): string | undefined {
  return file['fields'] === undefined ? undefined : restOf(file['fields'] as JsonObject, names)
}

/** The keys of a facts file that say it; those of which nothing is said are undefined. */
export function saidToFile({ fields, encoding }: Said, unknown: string | undefined): Record<string, Json | undefined> {
  const known = fieldNames.map(name => {
    const said = fields.get(name)
    return [name, said && withRest({ value: said.value, by: said.by }, said.rest)] as const
  })
  const all = withRest(Object.fromEntries(known), unknown)
  return { encoding: encoding ?? undefined, fields: Object.keys(all).length > 0 ? all : undefined }
}

/** A facts file after an edit of the encoding or of a field, as the history holds it; null for an edit of another kind. */
export function replaySaid(file: JsonObject, edit: JsonObject): JsonObject | null {
  if (edit['kind'] === 'encoding') return withKey(file, 'encoding', edit['encoding'] as string | null)
  if (edit['kind'] !== 'field') return null
  const [name, to] = [edit['name'] as string, edit['to'] as JsonObject | null]
  if (!names.has(name)) throw new RangeError(`No field is called ${name}`)
  const was = (file['fields'] ?? {}) as JsonObject
  const fields = withKey(was, name, to && { ...(isObject(was[name]) ? was[name] : {}), ...to })
  return withKey(file, 'fields', Object.keys(fields).length > 0 ? fields : null)
}

/** What such an edit touches, by name; null for an edit of another kind. */
export function touchedSaid(edit: JsonObject): string | null {
  if (edit['kind'] === 'encoding') return 'encoding'
  return edit['kind'] === 'field' ? `${FIELD}${String(edit['name'])}` : null
}

/** What stands in a file under such a name; undefined for nothing, and for other names. */
export function saidPart(file: JsonObject, name: string): Json | undefined {
  if (name === 'encoding') return file['encoding']
  const fields = file['fields'] as JsonObject | undefined
  return name.startsWith(FIELD) ? fields?.[name.slice(FIELD.length)] : undefined
}

/** The edit that leaves under such a name what stands there in `file`. */
export function editTo(file: JsonObject, name: string): JsonObject {
  const part = saidPart(file, name) ?? null
  return name === 'encoding'
    ? { kind: 'encoding', encoding: part }
    : { kind: 'field', name: name.slice(FIELD.length), to: part }
}

/** Before the name of a field, among the names of what edits touch. */
const FIELD = 'field '

function withKey(object: JsonObject, key: string, value: Json): JsonObject {
  if (value !== null) return { ...object, [key]: value }
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))
}
