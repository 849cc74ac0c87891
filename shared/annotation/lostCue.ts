import { isObject, type Json, type JsonObject } from '../json/json.ts'
import { jsonOf, restOf } from '../json/rest.ts'
import type { Link } from './annotation.ts'

/** Under this key a link keeps a cue that has no place in the present text. */
export const LOST_CUE = 'lostCue'

/** The words of a cue that has no place in the present text; undefined where there is none. */
export function lostCueOf({ rest }: Link): string | undefined {
  const lost: Json | undefined = rest === undefined ? undefined : (jsonOf(rest) as JsonObject)[LOST_CUE]
  const quote = isObject(lost) ? lost['quote'] : undefined
  return typeof quote === 'string' ? quote : undefined
}

/** The link without the cue that has no place: another one was given, or a person let it go. */
export function withoutLostCue(link: Link): Link {
  if (lostCueOf(link) === undefined) return link
  const { rest, ...others } = link
  const kept = restOf(jsonOf(rest!) as JsonObject, new Set([LOST_CUE]))
  return kept === undefined ? others : { ...others, rest: kept }
}
