import {
  type Field,
  type FieldName,
  fieldNames,
  isFieldValue,
  LONGEST_FIELD,
  type Metadata,
} from '../article/metadata.ts'

/** What an archive says of an article, as a field; undefined where it says nothing, or gives no address or no date that can be one. */
export function fieldOf(name: FieldName, said: string | null | undefined): Field | undefined {
  const value = said?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_FIELD)
  if (!value || !isFieldValue(name, value) || (name === 'address' && !/^https?:\/\/\S+$/i.test(value))) return undefined
  return { value, by: 'archive' }
}

/** What an archive says of an article, field by field. */
export function fieldsOf(said: Readonly<Partial<Record<FieldName, string | null | undefined>>>): Metadata {
  const metadata: Partial<Record<FieldName, Field>> = {}
  for (const name of fieldNames) {
    const field = fieldOf(name, said[name])
    if (field) metadata[name] = field
  }
  return metadata
}
