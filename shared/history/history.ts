import { isObject, type Json, type JsonObject } from '../json/json.ts'
import { readJson } from '../json/readJson.ts'
import { textOf } from '../json/rest.ts'

/**
 * The history: what one device did to one file, one line an entry, only ever
 * appended to. Each line names the sha256 of the line before it, so that a cut
 * or an alteration is seen.
 *
 * - `base`: the whole file as it stood in memory before the edits that follow;
 *   `sha256` is that of the bytes on disk then, null when there were none. A
 *   base without a file says that those bytes are the file; a copy of them is
 *   kept beside the history
 * - `edit`: one change, in the form of files (code points)
 * - `checkpoint`: the file is about to be replaced by bytes with this hash. They
 *   hold every edit above, but for the last `lacks` of them: those were recorded
 *   while the bytes were being written
 * - `kept`: it has been
 */
export type Entry =
  | { readonly kind: 'base'; readonly at: string; readonly sha256: string | null; readonly file: JsonObject | null }
  | { readonly kind: 'edit'; readonly at: string; readonly revision: number; readonly edit: JsonObject }
  | { readonly kind: 'checkpoint'; readonly at: string; readonly sha256: string; readonly lacks: number }
  | { readonly kind: 'kept'; readonly at: string; readonly sha256: string }

/** An entry as it is written: a `base` holds the file as its own JSON text in parts, which needn't be understood to be kept. */
export type NewEntry = Exclude<Entry, { kind: 'base' }> | NewBase
export interface NewBase {
  readonly kind: 'base'
  readonly at: string
  readonly sha256: string | null
  /** null: the bytes with this hash are the file. */
  readonly parts: Iterable<string> | null
}

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

/**
 * Lines that say what earlier versions of this program would overlook have the
 * later version. To those a history ends at such a line and is damaged from there
 * on, which they say aloud; they never read half of it.
 */
const [FIRST_VERSION, LATER_VERSION] = [1, 2]

/** What the name of a history's copy, the file that it began with, has beside the history's own. */
export const COPY_END = '.base'

/** Hex sha256 of a text as UTF-8. */
export type Hash = (text: string) => string

/** An entry as its line, newline included, and the hash that the line after it names. */
export function writeEntry(
  entry: NewEntry,
  previous: string,
  hash: Hash,
): { readonly line: string; readonly last: string } {
  const line = [...lineInParts(entry, previous)].join('')
  return { line: `${line}\n`, last: hash(line) }
}

/** An entry as its line without the newline, in parts: a base may be very large. */
export function* lineInParts(entry: NewEntry, previous: string): Iterable<string> {
  if (entry.kind === 'base' && entry.parts) {
    const { at, sha256, parts } = entry
    const head = JSON.stringify({ v: FIRST_VERSION, kind: 'base', at, sha256 })
    yield `${head.slice(0, -1)},"file":`
    // A line break in JSON stands only between tokens, so a large file becomes a line without being parsed.
    for (const part of parts) yield part.replace(/\n */g, '')
    yield `,"previous":${JSON.stringify(previous)}}`
  } else {
    const v = isLater(entry) ? LATER_VERSION : FIRST_VERSION
    yield textOf({ v, ...knownOf(entry), previous })
  }
}

function isLater(entry: NewEntry): boolean {
  if (entry.kind === 'edit') return isLaterEdit(entry.edit)
  return entry.kind === 'base' || (entry.kind === 'checkpoint' && entry.lacks > 0)
}

/** Edits of what earlier versions carry and don't change: comments and verdicts, and a project's reasons and its records of who annotates what. */
const laterEdits = new Set<Json | undefined>(['putComment', 'removeComment', 'putVerdict', 'removeVerdict'])
const laterRecords = new Set<Json | undefined>(['reasons', 'assignments', 'rounds', 'seals'])

function isLaterEdit({ kind, of, edits }: JsonObject): boolean {
  if (kind === 'all' && Array.isArray(edits)) return edits.some(part => isObject(part) && isLaterEdit(part))
  return laterEdits.has(kind) || laterRecords.has(of)
}

function knownOf(entry: NewEntry): JsonObject {
  if (entry.kind === 'base') return { kind: entry.kind, at: entry.at, sha256: entry.sha256 }
  if (entry.kind !== 'checkpoint') return { ...entry }
  const { lacks, ...others } = entry
  return lacks > 0 ? { ...others, lacks } : others
}

/** An entry with the hash of its line, by which the line after it, and a named version, know it. */
export interface Line {
  readonly entry: Entry
  readonly hash: string
}

/** Reads as many lines as are whole and belong together. Never throws: damage is part of the answer. */
export function readHistory(bytes: Uint8Array, hash: Hash): History {
  const { lines, ...found } = readLines(bytes, hash)
  return { entries: lines.map(({ entry }) => entry), ...found }
}

/** As `readHistory`, each entry with the hash of its line. */
export function readLines(
  bytes: Uint8Array,
  hash: Hash,
): Omit<History, 'entries'> & { readonly lines: readonly Line[] } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const lines: Line[] = []
  let last = ''
  let good = 0
  while (good < text.length) {
    const end = text.indexOf('\n', good)
    const line = text.slice(good, end === -1 ? text.length : end)
    const entry = end === -1 ? undefined : readEntry(line, last)
    if (entry === undefined || entry === 'stray') {
      // A crash leaves no whole line that names another than the one above it.
      const isTorn = isLastLine(text, end) && entry !== 'stray'
      return { lines, goodBytes: length(text, good), last, damage: isTorn ? 'torn' : 'broken' }
    }
    last = hash(line)
    lines.push({ entry, hash: last })
    good = end + 1
  }
  return { lines, goodBytes: bytes.byteLength, last, damage: 'none' }
}

/** `stray`: a line that doesn't follow the one above. */
function readEntry(line: string, previous: string): Entry | 'stray' | undefined {
  try {
    const value = readJson(line)
    const v = isObject(value) ? value['v'] : undefined
    if (!isObject(value) || (v !== FIRST_VERSION && v !== LATER_VERSION)) return undefined
    if (value['previous'] !== previous) return 'stray'
    const { kind, at, sha256, file, edit, revision, lacks = 0 } = value
    if (typeof at !== 'string') return undefined
    if (kind === 'base' && isObject(file) && (sha256 === null || typeof sha256 === 'string'))
      return { kind, at, sha256, file }
    if (kind === 'base' && v === LATER_VERSION && file === undefined && typeof sha256 === 'string')
      return { kind, at, sha256, file: null }
    if (kind === 'edit' && isObject(edit) && typeof revision === 'number') return { kind, at, revision, edit }
    if (kind === 'checkpoint' && typeof sha256 === 'string' && isCount(lacks)) return { kind, at, sha256, lacks }
    if (kind === 'kept' && typeof sha256 === 'string') return { kind, at, sha256 }
    return undefined
  } catch {
    return undefined // not JSON: a torn or altered line, which the caller reports
  }
}

function isCount(value: Json): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function isLastLine(text: string, end: number): boolean {
  return end === -1 || end === text.length - 1
}

function length(text: string, upTo: number): number {
  return new TextEncoder().encode(text.slice(0, upTo)).byteLength
}
