import { Problem } from '../../problems/problem.ts'
import type { Line } from '../html/lines.ts'
import { Reading } from './reading.ts'
import { tokenize } from './tokens.ts'

/** A document of rich text. */
export interface RtfDocument {
  readonly lines: readonly Line[]
  /** What stands at the top or the foot of every page, and what somebody commented. */
  readonly beside: Readonly<Record<'header' | 'footer' | 'comment', readonly Line[]>>
  readonly title: string
  readonly author: string
  /** The document's own encoding, by our name for it, and bytes that mean nothing in the encoding that they are in. */
  readonly encoding: string
  readonly invalidBytes: number
}

/**
 * Reads rich text: its bytes in the encodings of its fonts, or of the document,
 * for which `chosen` is what a person says that it is. A file that is cut off
 * is read as far as it goes. Throws Problem `cannot-read` for what isn't rich
 * text, or nests too deep.
 */
export function readRtf(file: Uint8Array, chosen?: string): RtfDocument {
  const start = startOf(file)
  const reading = new Reading(file.subarray(start), chosen)
  tokenize(file.subarray(start), reading)
  return reading.finish()
}

/** Where `{\rtf` stands: at the beginning, save for a mark or blank lines. */
function startOf(file: Uint8Array): number {
  const head = String.fromCharCode(...file.subarray(0, 64))
  const at = /^(?:\xef\xbb\xbf)?\s*\{\\rtf/.exec(head)
  if (!at) throw new Problem('cannot-read', 'This is no rich text: it is damaged, or the end of its name is wrong.')
  return at[0].length - '{\\rtf'.length
}
