import type { Json, JsonObject } from '../json/json.ts'

/** Any hash. */
export const hash = 'a'.repeat(64)
export const early = '2031-03-04T05:00:00.000Z'
export const late = '2031-03-04T06:00:00.000Z'

export type Fields = Record<string, Json | undefined>
/** An anchor of a word in "The cat sat.", by where it starts. */
export const span = (word: string, start = 4) => ({ start, end: start + word.length, quote: word })
/** The cat of "The cat sat.", as files have it. */
export const cat: JsonObject = {
  ...{ id: 'cat', tag: 'actor', spans: [span('cat')], attributes: { mention: 'nominal' } },
  ...{ created: early, modified: early },
}
/** An entry with other fields; undefined takes one away. */
export const changed = (entry: JsonObject, fields: Fields): JsonObject =>
  Object.fromEntries(Object.entries({ ...entry, ...fields }).filter(([, value]) => value !== undefined)) as JsonObject

/** A sidecar of "The cat sat." with these annotations, and what else is said of it. */
export function sidecar(annotations: readonly JsonObject[], others: Fields = {}): JsonObject {
  const article = {
    ...{ file: 'a.txt', sha256: hash, textSha256: hash, textLength: 12, offsetUnit: 'codepoint' },
    ...{ encoding: 'utf-8', reader: 'plain-text/1' },
  }
  return changed(
    {
      ...{ format: 'stet-sidecar', formatVersion: 1, revision: 3, article, zoneRules: 1, zones: [] },
      ...{ annotator: { id: 'ada', name: 'Ada' }, codebook: { id: 'x', version: 1, hash }, status: 'in-progress' },
      ...{ created: early, modified: early, annotations, unplaced: [], links: [], comments: [], verdicts: [] },
    },
    others,
  )
}
