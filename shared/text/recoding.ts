import { codecs } from './codecs.ts'
import { decodeAs } from './decode.ts'
import { encodingNames } from './encodingNames.ts'

/** A hash of a text. */
export type TextHash = (text: string) => string

/** Bytes read as text in an encoding. */
export interface Reading {
  readonly text: string
  /** By the name that Python knows it by. */
  readonly encoding: string
}

/** The way from places in one reading of some bytes to the places of the very same bytes in another. */
export class Recoding {
  readonly #was: Edges
  readonly #is: Edges

  private constructor(was: Edges, is: Edges) {
    this.#was = was
    this.#is = is
  }

  /** null where the readings can't be laid beside each other: in one of them it isn't certain which bytes a character is. */
  static between(bytes: Uint8Array, was: Reading, is: Reading): Recoding | null {
    const [from, to] = [edgesOf(was, bytes), edgesOf(is, bytes)]
    return from && to && new Recoding(from, to)
  }

  /** The place of the same bytes, in UTF-16; null where a character of the new text reaches over an edge. `start` and `end` count code points of the old text. */
  span(start: number, end: number): { readonly start: number; readonly end: number } | null {
    const [from, to] = [this.#there(start), this.#there(end)]
    return from !== null && to !== null && from < to ? { start: from, end: to } : null
  }

  #there(codePoint: number): number | null {
    const byte = this.#was.bytes[codePoint]
    if (byte === undefined) return null
    const at = indexOf(this.#is.bytes, byte)
    return at === null ? null : this.#is.units[at]!
  }
}

/**
 * The ways from earlier readings of a plain text, known by the hashes of their
 * texts, to the reading at hand. What isn't a reading of these bytes in any
 * encoding that we know is left out. Those in `likely` are tried first.
 */
export function recodings(
  bytes: Uint8Array,
  is: Reading,
  hashes: readonly string[],
  {
    hash,
    isOver,
    likely,
  }: { readonly hash: TextHash; readonly isOver: () => boolean; readonly likely: readonly string[] },
): ReadonlyMap<string, Recoding> {
  const found = new Map<string, Recoding>()
  const wanted = new Set(hashes)
  if (wanted.size === 0 || !isKnown(is.encoding) || decodeAs(bytes, is.encoding).text !== is.text) return found
  for (const encoding of new Set([...likely.filter(isKnown), ...encodingNames])) {
    if (wanted.size === 0 || isOver()) break
    const was = { text: decodeAs(bytes, encoding).text, encoding }
    const name = hash(was.text)
    if (!wanted.delete(name)) continue
    const recoding = Recoding.between(bytes, was, is)
    if (recoding) found.set(name, recoding)
  }
  return found
}

const isKnown = (encoding: string): boolean => (encodingNames as readonly string[]).includes(encoding)

/** Where the characters of a reading begin, and where the last one ends: in bytes, and in UTF-16. */
interface Edges {
  readonly bytes: Uint32Array
  readonly units: Uint32Array
}

function edgesOf({ text, encoding }: Reading, bytes: Uint8Array): Edges | null {
  const widthOf = widthIn(encoding, bytes)
  if (!widthOf) return null
  const inBytes: number[] = []
  const inUnits: number[] = []
  let [byte, unit] = [0, 0]
  for (const character of text) {
    inBytes.push(byte)
    inUnits.push(unit)
    byte += widthOf(byte, character.codePointAt(0)!)
    unit += character.length
  }
  if (byte !== bytes.length) return null
  inBytes.push(byte)
  inUnits.push(unit)
  return { bytes: Uint32Array.from(inBytes), units: Uint32Array.from(inUnits) }
}

/** How many bytes the character at a byte takes; null for encodings in which the bytes alone don't say it. */
function widthIn(encoding: string, bytes: Uint8Array): ((at: number, codePoint: number) => number) | null {
  const at = (place: number) => bytes[place] ?? 0
  if (encoding === 'utf-8') return (_, point) => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
  if (encoding.startsWith('utf-16')) return (_, point) => (point < 0x10000 ? 2 : 4)
  if (encoding.startsWith('utf-32')) return () => 4
  if (encoding === 'gb18030') return byte => (at(byte) < 0x80 ? 1 : isDigit(at(byte + 1)) ? 4 : 2)
  if (encoding === 'euc_jp') return byte => (at(byte) < 0x80 ? 1 : at(byte) === 0x8f ? 3 : 2)
  if (encoding === 'cp932')
    return byte => (at(byte) < 0x80 || (at(byte) >= 0xa0 && at(byte) <= 0xdf) || at(byte) >= 0xfd ? 1 : 2)
  if (encoding === 'big5hkscs' || encoding === 'cp949') return byte => (at(byte) < 0x80 ? 1 : 2)
  return codecs.get(encoding)?.kind === 'multibyte' ? null : () => 1
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function indexOf(sorted: Uint32Array, wanted: number): number | null {
  let [low, high] = [0, sorted.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = sorted[middle]!
    if (found === wanted) return middle
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return null
}
