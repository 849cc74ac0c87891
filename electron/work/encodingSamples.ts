import { MAX_SAMPLE_CHARACTERS } from '../../shared/limits.ts'
import { decodeAs } from '../../shared/text/decode.ts'
import { encodingNames } from '../../shared/text/encodingNames.ts'

/** The same few words of a file in each encoding. */
export interface EncodingSample {
  readonly encoding: string
  /** One line, of at most `MAX_SAMPLE_CHARACTERS`. */
  readonly words: string
  /** Bytes among them that mean nothing in the encoding. */
  readonly invalid: number
}

/** Bytes that are read before and after the first that encodings read differently. */
const BEFORE = 120
const AFTER = 360

/** How a file begins to read in each encoding, from about where they differ: in those of which everything means something first. */
export function encodingSamples({ bytes }: { readonly bytes: Uint8Array }): EncodingSample[] {
  const piece = pieceOf(bytes)
  const samples = encodingNames.map((encoding): EncodingSample => {
    const { text } = decodeAs(piece, encoding)
    // The piece may end inside a character.
    const words = text.replace(/\ufffd{1,3}$/, '')
    return { encoding, words: lineOf(words), invalid: words.split('\ufffd').length - 1 }
  })
  return samples.sort((one, other) => Number(one.invalid > 0) - Number(other.invalid > 0))
}

/** Some bytes around the first that isn't ASCII, from the beginning of a line. */
function pieceOf(bytes: Uint8Array): Uint8Array {
  const telling = Math.max(
    0,
    bytes.findIndex(byte => byte >= 0x80),
  )
  const end = Math.min(bytes.length, Math.max(telling, BEFORE) + AFTER)
  // Characters of two or four bytes all through begin where four divides.
  const isWide = bytes.subarray(0, end).includes(0)
  if (isWide) return bytes.subarray(0, end - (end % 4))
  const line = bytes.lastIndexOf(0x0a, telling) + 1
  return bytes.subarray(telling - line > BEFORE ? telling : line, end)
}

function lineOf(text: string): string {
  const line = text
    .replace(/^\ufeff/, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return [...line].slice(0, MAX_SAMPLE_CHARACTERS).join('')
}
