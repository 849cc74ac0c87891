import { Problem } from '../problems/problem.ts'
import { codecs } from './codecs.ts'
import { detectCodec } from './detectCodec.ts'
import { refuseBinary, refuseKnownKinds } from './refuseBinary.ts'
import { countUtf8 } from './utf8.ts'
import { decodeUtf16, type Utf16, unmarkedUtf16 } from './utf16.ts'
import { decodeUtf32, markedUtf32, unmarkedUtf32 } from './utf32.ts'

/** A file's text, and how it was read. */
export interface Decoded {
  /** Letter for letter: the byte order mark, CR LF and NULs are in it. */
  readonly text: string
  /** A codec by the name Python knows it by, which keeps the mark: `utf-8`, `utf-16-le`, `windows-1252`… */
  readonly encoding: string
  /** By the file's mark, because every byte is valid UTF-8, by what the file declares, by a guess, or because a person said so. */
  readonly encodingBy: 'mark' | 'valid' | 'declared' | 'detected' | 'person'
  /** Bytes that mean nothing in the encoding; U+FFFD stands for them in the text. */
  readonly invalidBytes: number
}

/**
 * Bytes to text, letter for letter, so that Python's `open(file,
 * encoding=encoding, newline='')` gives the same characters wherever the bytes
 * are valid. Throws a Problem where they are no text at all. Nothing is text:
 * an empty file is an empty article.
 */
export function decode(bytes: Uint8Array): Decoded {
  const wide = markedUtf32(bytes)
  if (wide) return { ...decodeUtf32(bytes, wide), encoding: wide, encodingBy: 'mark' }
  const marked = markOf(bytes)
  if (marked === 'utf-8') return decodeUtf8(bytes, 'mark')
  if (marked) return { ...decodeUtf16(bytes, marked), encoding: marked, encodingBy: 'mark' }
  refuseKnownKinds(bytes)

  const sample = sampleOf(bytes)
  const unmarkedWide = bytes.length % 4 === 0 && sample.includes(0) ? unmarkedUtf32(sample) : null
  if (unmarkedWide) return { ...decodeUtf32(bytes, unmarkedWide), encoding: unmarkedWide, encodingBy: 'detected' }
  const unmarked = sample.includes(0) ? unmarkedUtf16(sample) : null
  if (unmarked) return { ...decodeUtf16(bytes, unmarked), encoding: unmarked, encodingBy: 'detected' }

  const japanese = escapedJapanese(bytes)
  if (japanese !== null) return { text: japanese, encoding: 'iso2022_jp', encodingBy: 'detected', invalidBytes: 0 }

  const valid = strictUtf8(bytes)
  refuseBinary(sample, valid !== null)
  if (valid !== null) return { text: valid, encoding: 'utf-8', encodingBy: 'valid', invalidBytes: 0 }

  // A UTF-8 file with a few bad bytes stays one: text in another encoding is hardly ever right in UTF-8 by chance.
  const { characters, invalidBytes } = countUtf8(bytes)
  if (characters > invalidBytes) return decodeUtf8(bytes, 'detected')

  const { codec, text } = detectCodec(bytes)
  return { text, encoding: codec.name, encodingBy: 'detected', invalidBytes: text.split('\ufffd').length - 1 }
}

/**
 * Bytes to text in an encoding that a person chose, whatever the bytes look
 * like. Throws Problem `cannot-read` for an encoding that isn't in `encodings`.
 */
export function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const chosen = { encoding, encodingBy: 'person' } as const
  if (encoding === 'utf-8') return { ...decodeUtf8(bytes, 'detected'), ...chosen }
  if (encoding === 'utf-16-le' || encoding === 'utf-16-be') return { ...decodeUtf16(bytes, encoding), ...chosen }
  if (encoding === 'utf-32-le' || encoding === 'utf-32-be') return { ...decodeUtf32(bytes, encoding), ...chosen }
  const codec = codecs.get(encoding)
  if (!codec) throw new Problem('cannot-read', `No encoding is called “${encoding.slice(0, 100)}”.`)
  const text = codec.decode(bytes)
  return { text, ...chosen, invalidBytes: text.split('\ufffd').length - 1 }
}

/** Every encoding that a text can be read in, by the names that Python and sidecars know them by. */
export const encodings: readonly string[] = [
  ...['utf-8', 'utf-16-le', 'utf-16-be', 'utf-32-le', 'utf-32-be'],
  ...codecs.keys(),
]

function markOf(bytes: Uint8Array): 'utf-8' | Utf16 | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16-le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16-be'
  return null
}

/** The text if every byte is valid UTF-8, else null. */
function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** The text if the bytes are ISO-2022-JP, as Japanese mail was: ASCII only, with escapes before and after what isn't. */
function escapedJapanese(bytes: Uint8Array): string | null {
  const escapes = bytes.indexOf(0x1b)
  if (escapes === -1 || bytes[escapes + 1] !== 0x24 || ![0x40, 0x42].includes(bytes[escapes + 2]!)) return null
  const text = codecs.get('iso2022_jp')!.decode(bytes)
  return text.includes('\ufffd') ? null : text
}

function decodeUtf8(bytes: Uint8Array, encodingBy: 'mark' | 'detected'): Decoded {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  return { text, encoding: 'utf-8', encodingBy, invalidBytes: countUtf8(bytes).invalidBytes }
}

const PIECE = 32 * 1024

/** The first, middle and last bytes of a file, each from a place on that four divides. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= 3 * PIECE) return bytes
  const starts = [0, bytes.length / 2 - PIECE / 2, bytes.length - PIECE].map(start => Math.floor(start / 4) * 4)
  const sample = new Uint8Array(3 * PIECE)
  for (const [i, start] of starts.entries()) sample.set(bytes.subarray(start, start + PIECE), i * PIECE)
  return sample
}
