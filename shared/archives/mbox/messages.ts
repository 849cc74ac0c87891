import type { ByteSource } from '../archive.ts'
import { bytesOf } from '../heldBytes.ts'

/** Where a message's own bytes stand in a mailbox: behind its `From ` line, and before the empty line that ends it. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** So much of a mailbox is looked at at once. */
const WINDOW_BYTES = 1024 * 1024
/** A `From ` line and the line behind it are shorter than this. */
const AHEAD_BYTES = 4096

const LF = 10
const CR = 13
const FROM = [70, 114, 111, 109, 32]

/**
 * The messages of a mailbox, in order. A message begins with a `From ` line at
 * the file's beginning or behind an empty line, with a head behind it: a
 * paragraph that begins with the word ends no message.
 */
export async function* messagesIn(source: ByteSource): AsyncIterable<Place> {
  let start = -1
  for await (const { before, behind } of beginnings(source)) {
    if (start >= 0 && before > start) yield { start, end: before }
    start = behind
  }
  if (start < 0) return
  const last = await bytesOf(source, Math.max(start, source.byteLength - 3))
  const end = source.byteLength - Math.max(0, emptyLineBefore(last, last.length))
  if (start < end) yield { start, end }
}

/** Whether a file begins as a mailbox does. */
export function beginsMailbox(head: Uint8Array): boolean {
  return headStartsAt(head, 0) > 0
}

async function* beginnings(source: ByteSource): AsyncIterable<{ readonly before: number; readonly behind: number }> {
  for (let from = 0; from < source.byteLength; from += WINDOW_BYTES) {
    // Some bytes more at the front: the empty line before.
    const first = Math.max(0, from - 4)
    const bytes = await bytesOf(source, first, Math.min(source.byteLength, from + WINDOW_BYTES + AHEAD_BYTES))
    const end = Math.min(bytes.length, from - first + WINDOW_BYTES)
    for (
      let at = nextFrom(bytes, from - first, first === 0);
      at < end && at >= 0;
      at = nextFrom(bytes, at + 1, false)
    ) {
      const empty = at === 0 && first === 0 ? 0 : emptyLineBefore(bytes, at)
      if (empty < 0) continue
      const behind = headStartsAt(bytes, at)
      if (behind > 0) yield { before: first + at - empty, behind: first + behind }
    }
  }
}

/** Where the word next begins a line, at or behind `at`; -1 for nowhere. */
function nextFrom(bytes: Uint8Array, at: number, isBeginning: boolean): number {
  if (isBeginning && saysFrom(bytes, 0)) return 0
  for (let end = bytes.indexOf(LF, Math.max(0, at - 1)); end >= 0; end = bytes.indexOf(LF, end + 1))
    if (end + 1 >= at && saysFrom(bytes, end + 1)) return end + 1
  return -1
}

function saysFrom(bytes: Uint8Array, at: number): boolean {
  return FROM.every((letter, i) => bytes[at + i] === letter)
}

/** How long the end of the empty line before `at` is, in bytes; -1 where none stands there. */
function emptyLineBefore(bytes: Uint8Array, at: number): number {
  if (bytes[at - 1] !== LF) return -1
  if (bytes[at - 2] === LF) return 1
  return bytes[at - 2] === CR && bytes[at - 3] === LF ? 2 : -1
}

/** Where the head behind a `From ` line at `at` begins; -1 where what stands there is something else. */
function headStartsAt(bytes: Uint8Array, at: number): number {
  if (!saysFrom(bytes, at)) return -1
  const end = bytes.indexOf(LF, at)
  if (end < 0 || end - at > AHEAD_BYTES / 2) return -1
  const behind = end + 1
  const next = Array.from(bytes.subarray(behind, behind + AHEAD_BYTES / 2), byte => String.fromCharCode(byte)).join('')
  return /^(?:>From [^\n]*\n)?[!-9;-~]+:/.test(next) ? behind : -1
}
