import { MAX_ROW_CHARACTERS } from '../../limits.ts'
import { Problem } from '../../problems/problem.ts'
import { codecs } from '../../text/codecs.ts'
import { decode, decodeAs } from '../../text/decode.ts'
import type { ByteSource } from '../archive.ts'

/** Bytes that are read at once. */
const PIECE = 1024 * 1024
/** Bytes by which an encoding is guessed at first. */
const HEAD = 64 * 1024
const NEW_LINE = 0x0a

/** A file's bytes in order, a piece at a time. Throws Problem `cannot-read` where it ends before its end. */
export async function* bytesOf(source: ByteSource): AsyncIterable<Uint8Array> {
  for (let at = 0; at < source.byteLength; ) {
    const bytes = new Uint8Array(await source.slice(at, Math.min(at + PIECE, source.byteLength)))
    if (bytes.length === 0) throw new Problem('cannot-read', 'The file became shorter while it was read.')
    at += bytes.length
    yield bytes
  }
}

/** How a file's text is written. */
export interface Encoded {
  /** By its name in `encodings`. */
  readonly encoding: string
  /** Whether every byte means something in it: then U+FFFD stands in the text only where somebody wrote it. */
  readonly isValid: boolean
}

/**
 * The encoding of a text that may be too large to be held: its mark counts,
 * then that all of it is valid UTF-8, then a guess by the part in which it
 * isn't. Throws a Problem where it is no text.
 */
export async function encodingOf(source: ByteSource): Promise<Encoded> {
  const head = new Uint8Array(await source.slice(0, Math.min(HEAD, source.byteLength)))
  const first = decode(head.length === source.byteLength ? head : wholeLines(head))
  if (/^utf-(?:16|32)|^iso2022/.test(first.encoding)) return { encoding: first.encoding, isValid: false }
  const strict = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const bytes of bytesOf(source)) {
      const isWhole = isValidIn(strict, bytes)
      if (!isWhole && first.encodingBy === 'mark') return { encoding: 'utf-8', isValid: false }
      if (!isWhole) return { encoding: decode(wholeLines(bytes)).encoding, isValid: false }
    }
    strict.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // It ends in the middle of a character.
    return { encoding: 'utf-8', isValid: false }
  }
  return { encoding: 'utf-8', isValid: true }
}

function isValidIn(strict: TextDecoder, bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Bytes up to the last line end among them, so that no character is cut. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(NEW_LINE) + 1
  // Of the wider encodings of Unicode, a line end is no whole unit.
  const isWide = bytes.subarray(0, 4).includes(0)
  return isWide || end === 0 ? bytes.subarray(0, bytes.length - (bytes.length % 4)) : bytes.subarray(0, end)
}

/** A file's text in order, a piece at a time, without its mark. Between two pieces no character is cut, except a pair of surrogates' halves. */
export async function* textOf(source: ByteSource, encoding: string): AsyncIterable<string> {
  const wide = ({ 'utf-8': 'utf-8', 'utf-16-le': 'utf-16le', 'utf-16-be': 'utf-16be' } as const)[encoding]
  if (wide) {
    const decoder = new TextDecoder(wide)
    for await (const bytes of bytesOf(source)) yield decoder.decode(bytes, { stream: true })
    yield decoder.decode()
    return
  }
  let held = new Uint8Array(0)
  let isFirst = true
  for await (const bytes of bytesOf(source)) {
    const joined = new Uint8Array(held.length + bytes.length)
    joined.set(held)
    joined.set(bytes, held.length)
    const end = wholeCharacters(joined, encoding)
    held = joined.slice(end)
    if (held.length > MAX_ROW_CHARACTERS)
      throw new Problem('too-large', 'A line of it is longer than 16 million bytes.')
    const { text } = decodeAs(joined.subarray(0, end), encoding)
    yield isFirst ? text.replace(/^\ufeff/, '') : text
    isFirst = false
  }
  yield decodeAs(held, encoding).text
}

/** Where bytes can be cut for certain. Line ends are no part of any other character. */
function wholeCharacters(bytes: Uint8Array, encoding: string): number {
  if (encoding.startsWith('utf-32')) return bytes.length - (bytes.length % 4)
  return codecs.get(encoding)?.kind === 'multibyte' ? bytes.lastIndexOf(NEW_LINE) + 1 : bytes.length
}
