import { isSame } from '../../json/isSame.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import { textOf } from '../../json/rest.ts'
import { inMergedOrder } from './mergedOrder.ts'

/** One value as three versions of a file have it; undefined where it isn't there. */
export interface Sides {
  readonly base: Json | undefined
  readonly mine: Json | undefined
  readonly theirs: Json | undefined
}

/** What both changed since `base`, each otherwise. `path` are the keys that lead there from the file's root; a record of a list goes by its name. */
export interface Clash extends Sides {
  readonly path: readonly string[]
}

/** What of a file is one thing to say, and what is made of several that can be changed apart. */
export type Shape =
  /** One thing to say. */
  | { readonly kind: 'whole' }
  /** An object, key by key. What stands under `groups` is one thing together; `orEmpty`: none is the same as one without keys. */
  | {
      readonly kind: 'parts'
      readonly of: Readonly<Record<string, Shape>>
      readonly groups?: readonly { readonly keys: readonly string[]; readonly shape: Shape }[]
      readonly others: Shape
      readonly orEmpty?: boolean
    }
  /** A list of objects by a name that each has; none is the same as an empty one. */
  | { readonly kind: 'records'; readonly nameOf: (record: JsonObject) => string | undefined; readonly each: Shape }
  /** A list in which every value stands once. */
  | { readonly kind: 'set' }
  /** What two sides say otherwise follows from a rule: null where it doesn't, and is a clash. */
  | { readonly kind: 'settled'; readonly by: (sides: Sides) => { readonly value: Json } | null }
  /** What isn't known: objects key by key, lists of objects by their `id`, anything else whole. */
  | { readonly kind: 'any' }

export const whole: Shape = { kind: 'whole' }
export const any: Shape = { kind: 'any' }
export const set: Shape = { kind: 'set' }
/** Objects by their `id`. */
export const recordsById = (each: Shape): Shape => ({ kind: 'records', nameOf: idOf, each })
/** Settled without exception. */
export const settled = (by: (sides: Sides) => Json): Shape => ({ kind: 'settled', by: sides => ({ value: by(sides) }) })

/**
 * Merges three versions of a value: what only one side changed since `base`
 * ends as that side left it. What both changed otherwise is as `choose` says,
 * which sees each clash once.
 */
export function mergeThreeWays(
  shape: Shape,
  sides: Sides,
  choose: (clash: Clash) => Json | undefined,
  path: readonly string[] = [],
): Json | undefined {
  const { base, mine, theirs } = sides
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine
  if (isSame(mine, base)) return theirs
  if (shape.kind === 'settled') {
    const found = shape.by(sides)
    return found ? found.value : choose({ path, ...sides })
  }
  const inside = partsIn(shape, sides)
  return inside ? inside(choose, path) : choose({ path, ...sides })
}

type Merge = (choose: (clash: Clash) => Json | undefined, path: readonly string[]) => Json | undefined

/** How the parts of a value are merged; null where it is one thing to say. */
function partsIn(shape: Shape, { base, mine, theirs }: Sides): Merge | null {
  if (shape.kind === 'set') {
    const [b, m, t] = [base ?? [], mine ?? [], theirs ?? []].map(valuesOf)
    return b && m && t ? () => mergedSet(b, m, t) : null
  }
  if (shape.kind === 'records') {
    const [b, m, t] = [base ?? [], mine ?? [], theirs ?? []].map(list => recordsOf(list, shape.nameOf))
    return b && m && t ? mergeRecords(shape.each, b, m, t) : null
  }
  if (shape.kind === 'parts') {
    const [b, m, t] = shape.orEmpty ? [base ?? {}, mine ?? {}, theirs ?? {}] : [base ?? {}, mine, theirs]
    return isObject(b) && isObject(m) && isObject(t) ? mergeParts(shape, b, m, t) : null
  }
  if (shape.kind !== 'any') return null
  if (isObject(mine) && isObject(theirs))
    return mergeParts({ kind: 'parts', of: {}, others: any }, isObject(base) ? base : {}, mine, theirs)
  const [b, m, t] = [base ?? [], mine, theirs].map(list => recordsOf(list, idOf))
  return b && m && t ? mergeRecords(any, b, m, t) : null
}

function mergeParts(
  { of, groups = [], others }: Shape & { kind: 'parts' },
  base: JsonObject,
  mine: JsonObject,
  theirs: JsonObject,
): Merge {
  return (choose, path) => {
    const grouped = new Set(groups.flatMap(({ keys }) => keys))
    const merged = new Map<string, Json | undefined>()
    for (const { keys, shape } of groups) {
      const sides = { base: only(base, keys), mine: only(mine, keys), theirs: only(theirs, keys) }
      const group = mergeThreeWays(shape, sides, choose, path)
      for (const key of keys) merged.set(key, isObject(group) ? at(group, key) : undefined)
    }
    const names = new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)])
    for (const key of names) {
      if (grouped.has(key)) continue
      const sides = { base: at(base, key), mine: at(mine, key), theirs: at(theirs, key) }
      const shape = Object.hasOwn(of, key) ? of[key]! : others
      merged.set(key, mergeThreeWays(shape, sides, choose, [...path, key]))
    }
    return Object.fromEntries(
      [...names].flatMap(key => (merged.get(key) === undefined ? [] : [[key, merged.get(key)!]])),
    )
  }
}

type Records = ReadonlyMap<string, JsonObject>

function mergeRecords(each: Shape, base: Records, mine: Records, theirs: Records): Merge {
  return (choose, path) => {
    const merged = new Map<string, Json>()
    for (const name of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
      const sides = { base: base.get(name), mine: mine.get(name), theirs: theirs.get(name) }
      const record = mergeThreeWays(each, sides, choose, [...path, name])
      if (record !== undefined) merged.set(name, record)
    }
    const [b, m, t] = [[...base.keys()], [...mine.keys()], [...theirs.keys()]] as const
    return inMergedOrder(b, m, t).flatMap(name => merged.get(name) ?? [])
  }
}

function mergedSet(base: Values, mine: Values, theirs: Values): Json[] {
  const names = inMergedOrder([...base.keys()], [...mine.keys()], [...theirs.keys()])
  return names.flatMap(name => {
    const stays = mine.has(name) && theirs.has(name) ? true : !base.has(name)
    return stays ? [(mine.get(name) ?? theirs.get(name))!] : []
  })
}

type Values = ReadonlyMap<string, Json>

/** The values of a list by what they say; null where it is none, or where a value stands in it twice. */
function valuesOf(list: Json): Values | null {
  if (!Array.isArray(list)) return null
  const values = new Map((list as readonly Json[]).map(value => [textOf(value), value]))
  return values.size === list.length ? values : null
}

/** The records of a list by their names; null where not every one has a name of its own. */
function recordsOf(list: Json | undefined, nameOf: (record: JsonObject) => string | undefined): Records | null {
  if (!Array.isArray(list)) return null
  const records = new Map<string, JsonObject>()
  for (const record of list as readonly Json[]) {
    const name = isObject(record) ? nameOf(record) : undefined
    if (name === undefined || records.has(name)) return null
    records.set(name, record as JsonObject)
  }
  return records
}

function idOf({ id }: JsonObject): string | undefined {
  return typeof id === 'string' ? id : undefined
}

function only(object: JsonObject, keys: readonly string[]): JsonObject | undefined {
  const found = keys.flatMap(key => (Object.hasOwn(object, key) ? [[key, object[key]!] as const] : []))
  return found.length > 0 ? Object.fromEntries(found) : undefined
}

function at(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
