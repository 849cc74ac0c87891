/**
 * A JSON value as this program holds it. Numbers that JavaScript can't write
 * back as they came (`1.50`, `1e400`, twenty digits) are held as `Digits`.
 */
export type Json = null | boolean | number | string | Digits | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** A number by its source digits. */
export interface Digits {
  readonly isLosslessNumber: true
  readonly value: string
  toString(): string
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isDigits(value)
}

/** Whether a value is a number held by its digits; also one that crossed the bridge, or went through JSON as an object. */
export function isDigits(value: unknown): value is Digits {
  return typeof value === 'object' && value !== null && 'isLosslessNumber' in value
}
