import type { SchemaElement } from 'hyparquet'
import type { Json } from '../../json/json.ts'

/** A value of a column in the terms of JSON: a day or a time as `published` writes it. */
export function jsonOf(value: unknown, element?: SchemaElement): Json {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value instanceof Date) return timeOf(value, element)
  // Bytes that are no text: nothing that anybody reads.
  if (value instanceof Uint8Array) return null
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number | bigint>, String)
  if (Array.isArray(value)) return value.map(part => jsonOf(part))
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, jsonOf(part)]))
  return null
}

/** A time of no zone stays one. */
function timeOf(at: Date, element: SchemaElement | undefined): string | null {
  if (Number.isNaN(at.getTime())) return null
  const written = at.toISOString().replace(/(?:\.000)?Z$/, '')
  if (written.endsWith('T00:00:00')) return written.slice(0, 10)
  const logical = element?.logical_type
  const isLocal = logical?.type === 'TIMESTAMP' && !logical.isAdjustedToUTC
  return isLocal ? written : `${written}Z`
}
