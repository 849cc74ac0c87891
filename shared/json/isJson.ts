import { isDigits } from './json.ts'
import { reserved } from './readJson.ts'

/**
 * Whether a value from outside is JSON as this program holds it: plain values,
 * numbers that JSON can say or held by their digits, no reserved keys, and not
 * deeper than `depth` levels.
 */
export function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth === 0) return false
  if (Array.isArray(value)) return value.every(part => isJson(part, depth - 1))
  if (isDigits(value))
    return Object.keys(value).length === 2 && typeof value.value === 'string' && number.test(value.value)
  return Object.entries(value).every(([key, part]) => !isReserved(key) && isJson(part, depth - 1))
}

/** Whether an object of ours can't have this key. */
export function isReserved(key: string): boolean {
  return (reserved as readonly string[]).includes(key)
}

const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/
