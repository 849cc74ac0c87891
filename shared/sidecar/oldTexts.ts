import type { Hash } from '../history/history.ts'
import type { JsonObject } from '../json/json.ts'
import { MAX_OLD_TEXTS } from '../limits.ts'
import type { OldTexts } from '../placing/placer.ts'

/** The texts that the things in a file were made on, where they aren't the one at hand: the file's own first. */
export function textsWanted(file: JsonObject, textSha256: string): string[] {
  const madeOn = (file['article'] as JsonObject)['textSha256'] as string
  if (madeOn === textSha256) return [] // what is unplaced in this text stays so
  const others = (file['unplaced'] as readonly JsonObject[]).map(one => one['textSha256'] as string)
  return [...new Set([madeOn, ...others])].filter(one => one !== textSha256).slice(0, MAX_OLD_TEXTS)
}

/** Earlier texts: those that were found, and the one that a sidecar keeps itself where its article is no plain UTF-8. */
export function oldTextsOf(
  file: JsonObject,
  oldTexts: Readonly<Record<string, string>> | 'unread',
  hash: Hash,
): OldTexts {
  const { text, textSha256 } = file['article'] as JsonObject
  const found = new Map(oldTexts === 'unread' ? [] : Object.entries(oldTexts))
  if (typeof text === 'string' && !found.has(textSha256 as string) && hash(text) === textSha256)
    found.set(textSha256, text)
  return sha256 => found.get(sha256)
}
