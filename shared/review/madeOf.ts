import type { Origin } from '../annotation/annotation.ts'
import { isObject, type Json } from '../json/json.ts'

/** An annotation of a layer, as it was when gold was made of it. */
export interface Source {
  readonly layer: string
  readonly annotation: string
}

/** What an annotation in gold was made of, as its origin says: `{"of": [{"layer", "annotation", "revision"}], …}`. Empty where it says nothing that is understood. */
export function madeOf({ kind, rest }: Origin): readonly Source[] {
  if (kind !== 'adjudicated' || rest === undefined) return []
  const said = JSON.parse(rest) as Json
  const of = isObject(said) ? said['of'] : undefined
  if (!Array.isArray(of)) return []
  return of.flatMap(one => {
    if (!isObject(one)) return []
    const { layer, annotation } = one as { readonly [key: string]: Json }
    return typeof layer === 'string' && typeof annotation === 'string' ? [{ layer, annotation }] : []
  })
}
