import type { JsonObject } from '../json/json.ts'
import type { Decision } from '../merging/contradiction.ts'
import { Problem } from '../problems/problem.ts'
import type { Entry, History } from './history.ts'

/** A kind of file that is kept by edits, as recovering it needs to know it. All of it works on the file's own form. */
export interface KeptFile {
  /** Throws a Problem where the bytes can't be read. */
  read(bytes: Uint8Array): JsonObject
  /** The same for a file that a history holds. Left out where `replay` looks in any case. */
  check?(file: JsonObject): JsonObject
  /** The file after some more edits. Throws a RangeError for an edit that it doesn't know. */
  replay(file: JsonObject, edits: readonly RecordedEdit[]): JsonObject
  /** What an edit touches, by name; two changes of one name may contradict each other. */
  touched(edit: JsonObject): readonly string[]
  /** What stands under a name, as text to compare; undefined for nothing. */
  part(file: JsonObject, name: string): string | undefined
  /**
   * Adds to `theirs` what the pending edits changed since `agreed`, with what a
   * person decided about contradictions. `agreed` is null where the beginning is
   * lost, so that nobody can tell what others changed. null where the two can't
   * be joined. Left out where any contradiction closes the file for writing.
   */
  join?(
    agreed: JsonObject | null,
    theirs: JsonObject,
    pending: readonly RecordedEdit[],
    decisions: readonly Decision[],
  ): Joined | null
}

/** Both sides' changes in one file. */
export interface Joined {
  readonly file: JsonObject
  /** What of it is ours, as one edit of theirs; null for nothing. */
  readonly edit: JsonObject | null
  /** What was changed on both sides, for a person to know. */
  readonly contradictions: readonly JsonObject[]
  /** Whether a person has to decide them before the file may be changed. */
  readonly isOpen: boolean
}

/** A file as it should be taken up, from what stands on disk and what this device remembers. */
export interface Recovery {
  /** null: there is nothing yet. */
  readonly file: JsonObject | null
  /** Whether the file on disk lacks something that `file` has. */
  readonly due: boolean
  /** Whether the history must begin anew with a `base` before the next edit. */
  readonly needsBase: boolean
  /**
   * Hash of the bytes on disk where this device announced them and nothing says that it put them there: it stopped in
   * between. Unless that is said now, whatever they hold counts as missing from the file once somebody else changes it.
   */
  readonly unconfirmed?: string
  /** Set where the file may be read but not changed, or where a person should know what was done. */
  readonly problem: Problem | null
  readonly readOnly: boolean
  /** What the history says doesn't fit: it is broken, though its lines belong together. */
  readonly isUnfit?: boolean
  /** The damaged file's bytes must be put aside before it is replaced. */
  readonly putAside: boolean
  /** Set where somebody's change was joined with edits of this device: what they wrote, and our edit of it. */
  readonly joined?: { readonly theirs: JsonObject; readonly edit: JsonObject }
  /** What was changed on both sides. A person has to decide it where the file is for reading only. */
  readonly contradictions?: readonly JsonObject[]
  /** The file as this device has it, where a person has to decide. */
  readonly ours?: JsonObject
  /** The other version, where `file` isn't that: what can be merged of both is in it already. */
  readonly theirs?: JsonObject
}

/** The bytes that a history began with, where it doesn't hold them itself. */
export interface Copy {
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** Thrown where a file can't be taken up without the copy that is kept beside its history: nobody has looked for it yet. */
export class CopyWanted extends Error {}

/** An edit as the history holds it. */
export type RecordedEdit = Extract<Entry, { kind: 'edit' }>

/**
 * Joins the file on disk with the history of this device.
 *
 * Edits are replayed only onto the bytes that they were made on: those of the
 * checkpoint recorded last (or of the one before, if the machine stopped
 * between announcing a checkpoint and making it). Any other bytes are
 * somebody's change and are taken as they are; edits that they lack are added
 * only where nobody else touched the same thing.
 *
 * `decisions` are a person's, about what was changed on both sides.
 *
 * `copy` is what is kept beside the history: null where there is none, left
 * open as `unread` where nobody looked. Throws `CopyWanted` where it must be
 * looked for, which is seldom.
 *
 * The last line of a history has none after it that would name its hash: what
 * was altered there is seen only where it doesn't fit. Such a history counts as
 * broken (`isUnfit`), and the file is taken as it stands.
 */
export function recover(
  onDisk: { readonly bytes: Uint8Array; readonly sha256: string } | null,
  history: History,
  kept: KeptFile,
  copy: Copy | null | 'unread' = null,
  decisions: readonly Decision[] = [],
): Recovery {
  try {
    return recovered(onDisk, history, { ...kept, read: bytes => readFile(bytes, kept) }, copy, decisions)
  } catch (error) {
    if (error instanceof CopyWanted || error instanceof FileProblem) throw error
    if (!(error instanceof Problem || error instanceof RangeError || error instanceof TypeError)) throw error
    return { ...asItStands(onDisk, kept), problem: new Problem('history-damaged'), isUnfit: true }
  }
}

/** What is wrong with a file, and not with its history. */
class FileProblem extends Problem {}

function readFile(bytes: Uint8Array, kept: KeptFile): JsonObject {
  try {
    return kept.read(bytes)
  } catch (error) {
    throw error instanceof Problem ? new FileProblem(error.kind, error.detail, { cause: error }) : error
  }
}

function recovered(
  onDisk: { readonly bytes: Uint8Array; readonly sha256: string } | null,
  history: History,
  kept: KeptFile,
  copy: Copy | null | 'unread',
  decisions: readonly Decision[],
): Recovery {
  const start = history.entries.findLastIndex(entry => entry.kind === 'base')
  const base = history.entries[start]
  if (base?.kind !== 'base') return asItStands(onDisk, kept)
  const since = history.entries.slice(start + 1)
  const edits = since.filter(entry => entry.kind === 'edit')
  const marks = marksOf(base.sha256, since)
  const begun = () => beginningOf(base, onDisk, copy, kept)

  if (!onDisk) {
    const nothingYet = marks.every(mark => mark.sha256 === null)
    const first = begun()
    if (!first) return { ...asItStands(null, kept), problem: new Problem('history-damaged') }
    return { ...whole, file: replayed(first, edits, kept), due: true, needsBase: !nothingYet }
  }
  const mark = marks.findLast(
    (mark, i) => mark.sha256 === onDisk.sha256 && marks.slice(i + 1).every(later => !later.confirmed),
  )
  if (mark) {
    const onto = (mark.held === 0 && base.file) || kept.read(onDisk.bytes)
    const pending = edits.slice(mark.held)
    const file = onto === base.file ? replayed(onto, pending, kept) : kept.replay(onto, pending)
    const unconfirmed = mark.confirmed ? {} : { unconfirmed: onDisk.sha256 }
    return { ...whole, file, due: pending.length > 0, needsBase: false, ...unconfirmed }
  }
  // After a break nobody knows what is missing: what is left of the history isn't held against the file.
  if (history.damage === 'broken' && isReadable(onDisk.bytes, kept)) return asItStands(onDisk, kept)
  const confirmed = marks.findLast(mark => mark.confirmed)!
  return joinOutsideChange(onDisk.bytes, begun(), edits, confirmed.held, kept, decisions)
}

/** A file out of a history, after the edits that follow. Nobody has looked yet whether it is one. */
function replayed(file: JsonObject, edits: readonly RecordedEdit[], kept: KeptFile): JsonObject {
  return edits.length > 0 || !kept.check ? kept.replay(file, edits) : kept.check(file)
}

/** The file that the history begins with; null where it stood beside the history and is lost, or was written into. */
function beginningOf(
  base: Extract<Entry, { kind: 'base' }>,
  onDisk: Copy | null,
  copy: Copy | null | 'unread',
  kept: KeptFile,
): JsonObject | null {
  if (base.file) return base.file
  if (onDisk?.sha256 === base.sha256) return kept.read(onDisk.bytes)
  if (copy === 'unread') throw new CopyWanted()
  return copy?.sha256 === base.sha256 ? kept.read(copy.bytes) : null
}

const whole = { problem: null, readOnly: false, putAside: false } as const

function asItStands(onDisk: { readonly bytes: Uint8Array } | null, kept: KeptFile): Recovery {
  return { ...whole, file: onDisk ? kept.read(onDisk.bytes) : null, due: false, needsBase: true }
}

function isReadable(bytes: Uint8Array, kept: KeptFile): boolean {
  try {
    kept.read(bytes)
    return true
  } catch (problem) {
    if (problem instanceof Problem && problem.kind === 'sidecar-damaged') return false
    throw problem
  }
}

/**
 * The bytes on disk are none that this device wrote or saw. The first
 * `agreedEdits` edits were in the file when it last was the same for sure:
 * whatever was recorded since may be missing from it, or be in it already.
 *
 * Where the beginning is lost nobody can tell what others changed, and whatever
 * stands where we changed something counts as theirs.
 */
function joinOutsideChange(
  bytes: Uint8Array,
  begun: JsonObject | null,
  edits: readonly RecordedEdit[],
  agreedEdits: number,
  kept: KeptFile,
  decisions: readonly Decision[],
): Recovery {
  let theirs: JsonObject
  try {
    theirs = kept.read(bytes)
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.kind !== 'sidecar-damaged' || !begun) throw problem
    return {
      file: replayed(begun, edits, kept),
      due: true,
      needsBase: true,
      problem: new Problem('sidecar-rebuilt', problem.detail),
      readOnly: false,
      putAside: true,
    }
  }
  const pending = edits.slice(agreedEdits)
  const agreed = begun && kept.replay(begun, edits.slice(0, agreedEdits))
  const joined = pending.length > 0 ? kept.join?.(agreed, theirs, pending, decisions) : null
  if (joined) {
    const { file, edit, contradictions, isOpen } = joined
    if (isOpen)
      return {
        ...closedBy(contradictions.length, theirs),
        contradictions,
        ours: kept.replay(agreed ?? theirs, pending),
      }
    // What was decided for theirs alone changes nothing in the file, and is said in the history: else it is asked again.
    const said = edit ?? (decisions.length > 0 ? { kind: 'all', edits: [] } : null)
    if (!said) return { ...whole, file, due: false, needsBase: true, contradictions }
    return { ...whole, file, due: true, needsBase: true, joined: { theirs, edit: said }, contradictions }
  }
  const mine = kept.replay(agreed ?? theirs, pending)
  const names = new Set(pending.flatMap(({ edit }) => kept.touched(edit)))
  const contradicted = [...names].filter(name => {
    const part = kept.part(theirs, name)
    return part !== (agreed ? kept.part(agreed, name) : undefined) && part !== kept.part(mine, name)
  })
  if (contradicted.length > 0) return closedBy(contradicted.length, theirs)
  return { ...whole, file: kept.replay(theirs, pending), due: pending.length > 0, needsBase: true }
}

/** Their version, for reading only: what both changed is a person's to decide. */
function closedBy(contradictions: number, theirs: JsonObject): Recovery {
  const problem = new Problem(
    'sidecar-changed',
    `${contradictions} of your latest edits touch what was changed outside.`,
  )
  return { file: theirs, due: false, needsBase: true, problem, readOnly: true, putAside: false }
}

/** Bytes of the file that the history knows. */
interface Mark {
  /** How many of the edits since the base they hold: the first ones. */
  readonly held: number
  readonly sha256: string | null
  /** Whether it is certain that these bytes reached the disk. */
  readonly confirmed: boolean
}

function marksOf(first: string | null, since: readonly Entry[]): Mark[] {
  const marks: Mark[] = [{ held: 0, sha256: first, confirmed: true }]
  let edits = 0
  since.forEach((entry, i) => {
    if (entry.kind === 'edit') edits++
    if (entry.kind !== 'checkpoint') return
    const confirmed = since.slice(i + 1).some(later => later.kind === 'kept' && later.sha256 === entry.sha256)
    marks.push({ held: Math.max(0, edits - entry.lacks), sha256: entry.sha256, confirmed })
  })
  return marks
}
