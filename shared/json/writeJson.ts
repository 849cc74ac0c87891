import { stringify } from 'lossless-json'
import { type Digits, isDigits, type Json } from './json.ts'

/** JSON with two spaces of indent, keys in the order in which they stand, digits as they came. The same value gives the same text. */
export function writeJson(value: Json): string {
  return hasDigits(value) ? (stringify(value, null, 2, byDigits) ?? 'null') : JSON.stringify(value, null, 2)
}

/** The same, as it stands two levels deep in a larger text: every line but the first begins with four spaces more. */
export function writeJsonInside(value: Json): string {
  const around = [[value]]
  const text = hasDigits(value) ? stringify(around, null, 2, byDigits)! : JSON.stringify(around, null, 2)
  return text.slice('[\n  [\n    '.length, -'\n  ]\n]'.length)
}

/** Numbers are written by their digits, whatever class of object holds them. */
export const byDigits = [{ test: isDigits, stringify: (digits: unknown) => (digits as Digits).value }]

/** Whether a number is held by its digits anywhere inside: the platform's own writer would not know it. */
function hasDigits(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (isDigits(value)) return true
  return (Array.isArray(value) ? value : Object.values(value)).some(hasDigits)
}
