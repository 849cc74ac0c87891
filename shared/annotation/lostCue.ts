import { isObject, type Json, type JsonObject } from '../json/json.ts'
import { jsonOf, restOf } from '../json/rest.ts'
import type { Anchor, Link } from './annotation.ts'

/** Under this key a link keeps a cue that has no place in the present text. */
export const LOST_CUE = 'lostCue'
/** Under this key a lost cue keeps the hash of the text that its offsets count in. */
export const CUE_TEXT = 'textSha256'

/** The words of a cue that has no place in the present text; undefined where there is none. */
export function lostCueOf({ rest }: Link): string | undefined {
  const lost: Json | undefined = rest === undefined ? undefined : (jsonOf(rest) as JsonObject)[LOST_CUE]
  const quote = isObject(lost) ? lost['quote'] : undefined
  return typeof quote === 'string' ? quote : undefined
}

/** A cue that has no place in the present text: where it stood, in code points of the text with the hash; null where that isn't known. */
export interface LostCue {
  readonly anchor: Anchor
  readonly textSha256: string | null
}

/** The cue that a link has lost; undefined where it has lost none, or what it keeps is no cue. */
export function lostCueIn({ rest }: Link): LostCue | undefined {
  const lost: Json | undefined = rest === undefined ? undefined : (jsonOf(rest) as JsonObject)[LOST_CUE]
  if (!isObject(lost) || typeof lost['quote'] !== 'string') return undefined
  const [start, end] = [Number(lost['start']), Number(lost['end'])]
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end <= start) return undefined
  const words = (key: string) => (typeof lost[key] === 'string' ? (lost[key] as string) : '')
  const anchor = { start, end, quote: lost['quote'], before: words('before'), after: words('after') }
  return { anchor, textSha256: words(CUE_TEXT) || null }
}

/** The link without the cue that has no place: another one was given, or a person let it go. */
export function withoutLostCue(link: Link): Link {
  if (lostCueOf(link) === undefined) return link
  const { rest, ...others } = link
  const kept = restOf(jsonOf(rest!) as JsonObject, new Set([LOST_CUE]))
  return kept === undefined ? others : { ...others, rest: kept }
}
