import type { DatasetValue } from '../../dataset/dataset.ts'

/**
 * Words and values as they stand in one field of a brat line. Most stand as
 * they are. What would end the line, or be taken for something else, stands as
 * JSON: `"two\nlines"`. Numbers, `false`, lists and objects are JSON; `true` is
 * an attribute without a value. Reading takes for JSON only what writing would
 * have written so, so that files of others come back letter for letter.
 */

/** Ends a line for brat, which cuts files as Python's `splitlines` does, or is a control character. */
const notInLine = /[\0-\x1f\x7f-\x9f\u2028\u2029]/

/** Words as they stand in a field. */
export function writtenWords(words: string): string {
  return isPlain(words) && readWords(words) === words ? words : quoted(words)
}

/** The words of a field. */
export function readWords(field: string): string {
  const words = jsonIn(field)
  return typeof words === 'string' && writtenWords(words) === field ? words : field
}

/** A value as it stands in a field; null for one that is said without: true. */
export function writtenValue(value: DatasetValue): string | null {
  if (value === true) return null
  if (typeof value === 'string') return isPlain(value) && readValue(value) === value ? value : quoted(value)
  if (typeof value !== 'object') return String(value)
  if (!('json' in value)) return quoted(value)
  // Outside its strings JSON has these characters only as white space, and inside them never.
  const json = value.json.replace(/[\t\n\r]/g, ' ').replace(/[\x7f-\x9f\u2028\u2029]/g, escaped)
  return isJson(readValue(json), json) ? json : `${WRAPPED}${json}}`
}

/** The value of a field. */
export function readValue(field: string): DatasetValue {
  if (field === 'false') return false
  if (/^-?\d/.test(field)) return String(Number(field)) === field ? Number(field) : field
  const json = jsonIn(field)
  if (typeof json === 'string') return writtenValue(json) === field ? json : field
  if (json === null || typeof json !== 'object') return field
  if (Array.isArray(json)) return json.every(one => typeof one === 'string') ? json : { json: field }
  const isWrapped = field.startsWith(WRAPPED) && Object.keys(json).length === 1
  return { json: isWrapped ? field.slice(WRAPPED.length, -1) : field }
}

const WRAPPED = '{"json":'

function isPlain(words: string): boolean {
  return words !== '' && words.trim() === words && !notInLine.test(words)
}

function quoted(value: unknown): string {
  return JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029]/g, escaped)
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function jsonIn(field: string): unknown {
  if (!/^["[{]/.test(field)) return undefined
  try {
    return JSON.parse(field)
  } catch {
    return undefined
  }
}

function isJson(value: DatasetValue, json: string): boolean {
  return typeof value === 'object' && 'json' in value && value.json === json
}
