import type { Field, FieldName } from '../article/metadata.ts'

/** A field is a line, not a text. */
const LONGEST = 1000

/** What an archive says of an article, as a field; undefined where it says nothing, or gives no address that can be one. */
export function fieldOf(name: FieldName, said: string | null | undefined): Field | undefined {
  const value = said?.replace(/\s+/g, ' ').trim().slice(0, LONGEST)
  if (!value || (name === 'address' && !/^https?:\/\/\S+$/i.test(value))) return undefined
  return { value, by: 'archive' }
}
