import { isObject, type JsonObject } from '../json/json.ts'
import { readJson } from '../json/readJson.ts'
import { textOf } from '../json/rest.ts'

/**
 * The history: what one device did to one file, one line an entry, only ever
 * appended to. Each line names the sha256 of the line before it, so that a cut
 * or an alteration is seen.
 *
 * - `base`: the whole file as it stood in memory before the edits that follow;
 *   `sha256` is that of the bytes on disk then, null when there were none
 * - `edit`: one change, in the form of files (code points)
 * - `checkpoint`: the file is about to be replaced by bytes with this hash
 * - `kept`: it has been
 */
export type Entry =
  | { readonly kind: 'base'; readonly at: string; readonly sha256: string | null; readonly file: JsonObject }
  | { readonly kind: 'edit'; readonly at: string; readonly revision: number; readonly edit: JsonObject }
  | { readonly kind: 'checkpoint'; readonly at: string; readonly sha256: string }
  | { readonly kind: 'kept'; readonly at: string; readonly sha256: string }

/** An entry as it is written: a `base` holds the file as its own JSON text, which needn't be understood to be kept. */
export type NewEntry =
  | Exclude<Entry, { kind: 'base' }>
  | { readonly kind: 'base'; readonly at: string; readonly sha256: string | null; readonly text: string }

/** A history as it was found. */
export interface History {
  readonly entries: readonly Entry[]
  /** How many bytes from the start are whole lines that belong together. */
  readonly goodBytes: number
  /** The hash that the next line must name; '' for an empty history. */
  readonly last: string
  /** `torn`: the last line was cut off while it was written. `broken`: something in it was altered or lost. */
  readonly damage: 'none' | 'torn' | 'broken'
}

export const HISTORY_FORMAT_VERSION = 1

/** Hex sha256 of a text as UTF-8. */
export type Hash = (text: string) => string

/** An entry as its line, newline included, and the hash that the line after it names. */
export function writeEntry(
  entry: NewEntry,
  previous: string,
  hash: Hash,
): { readonly line: string; readonly last: string } {
  const line =
    entry.kind === 'base' ? baseLine(entry, previous) : textOf({ v: HISTORY_FORMAT_VERSION, ...entry, previous })
  return { line: `${line}\n`, last: hash(line) }
}

/** A line break in JSON stands only between tokens, so a large file becomes a line without being parsed. */
function baseLine({ at, sha256, text }: Extract<NewEntry, { kind: 'base' }>, previous: string): string {
  const head = JSON.stringify({ v: HISTORY_FORMAT_VERSION, kind: 'base', at, sha256 })
  return `${head.slice(0, -1)},"file":${text.replace(/\n */g, '')},"previous":${JSON.stringify(previous)}}`
}

/** Reads as many lines as are whole and belong together. Never throws: damage is part of the answer. */
export function readHistory(bytes: Uint8Array, hash: Hash): History {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const entries: Entry[] = []
  let last = ''
  let good = 0
  while (good < text.length) {
    const end = text.indexOf('\n', good)
    const line = text.slice(good, end === -1 ? text.length : end)
    const entry = end === -1 ? undefined : readEntry(line, last)
    if (!entry)
      return { entries, goodBytes: length(text, good), last, damage: isLastLine(text, end) ? 'torn' : 'broken' }
    entries.push(entry)
    last = hash(line)
    good = end + 1
  }
  return { entries, goodBytes: bytes.byteLength, last, damage: 'none' }
}

function readEntry(line: string, previous: string): Entry | undefined {
  try {
    const value = readJson(line)
    if (!isObject(value) || value['v'] !== HISTORY_FORMAT_VERSION || value['previous'] !== previous) return undefined
    const { kind, at, sha256, file, edit, revision } = value
    if (typeof at !== 'string') return undefined
    if (kind === 'base' && isObject(file) && (sha256 === null || typeof sha256 === 'string'))
      return { kind, at, sha256, file }
    if (kind === 'edit' && isObject(edit) && typeof revision === 'number') return { kind, at, revision, edit }
    if ((kind === 'checkpoint' || kind === 'kept') && typeof sha256 === 'string') return { kind, at, sha256 }
    return undefined
  } catch {
    return undefined // not JSON: a torn or altered line, which the caller reports
  }
}

function isLastLine(text: string, end: number): boolean {
  return end === -1 || end === text.length - 1
}

function length(text: string, upTo: number): number {
  return new TextEncoder().encode(text.slice(0, upTo)).byteLength
}
