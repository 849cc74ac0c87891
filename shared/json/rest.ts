import { parse, stringify } from 'lossless-json'
import type { Rest } from '../annotation/annotation.ts'
import type { Json, JsonObject } from './json.ts'
import { byDigits } from './writeJson.ts'

/** The keys of `object` that are not in `known`, as JSON text; undefined when there are none. */
export function restOf(object: JsonObject, known: ReadonlySet<string>): Rest | undefined {
  const unknown = Object.entries(object).filter(([key]) => !known.has(key))
  return unknown.length === 0 ? undefined : textOf(Object.fromEntries(unknown))
}

/** Any JSON value as compact JSON text, digits kept. */
export function textOf(value: Json): string {
  return stringify(value, null, undefined, byDigits) ?? 'null'
}

/** The value that a JSON text of ours stands for, digits kept. */
export function jsonOf(text: string): Json {
  return parse(text) as Json
}

/** `known` first, in its order, then what the rest holds. Keys whose value is undefined are left out. */
export function withRest(known: Readonly<Record<string, Json | undefined>>, rest: Rest | undefined): JsonObject {
  const object: Record<string, Json> = {}
  for (const key in known) {
    const value = known[key]
    if (value !== undefined) object[key] = value
  }
  if (rest === undefined) return object
  return Object.fromEntries([...Object.entries(object), ...Object.entries(jsonOf(rest) as JsonObject)])
}
