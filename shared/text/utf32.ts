export type Utf32 = 'utf-32-le' | 'utf-32-be'

/** Which UTF-32 bytes with a mark are in, or null. Asked before UTF-16, whose little-endian mark is the beginning of this one. */
export function markedUtf32(bytes: Uint8Array): Utf32 | null {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length % 4 === 0)
    return isUtf32(bytes.subarray(4), 'utf-32-le') ? 'utf-32-le' : null
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32-be'
  return null
}

/**
 * Which UTF-32 bytes without a mark are in, or null. No character needs more
 * than 21 of its 32 bits, so that every first byte is NUL and every second one
 * at most 16: no other text is like that. `sample` starts at a place that four
 * divides.
 */
export function unmarkedUtf32(sample: Uint8Array): Utf32 | null {
  if (sample.length < 4) return null
  return (['utf-32-le', 'utf-32-be'] as const).find(encoding => isUtf32(sample, encoding)) ?? null
}

/** Whether every unit could be a character, and most aren't NUL. */
function isUtf32(bytes: Uint8Array, encoding: Utf32): boolean {
  const units = unitsOf(bytes)
  const unit = unitReader(bytes, encoding)
  let nulls = 0
  for (let i = 0; i < units; i++) {
    const code = unit(i)
    if (!isCharacter(code)) return false
    if (code === 0) nulls++
  }
  return nulls <= units / 2
}

/** The text, the mark and all, and the bytes that belong to no character; U+FFFD stands for each such unit and for a last piece of one. */
export function decodeUtf32(bytes: Uint8Array, encoding: Utf32): { text: string; invalidBytes: number } {
  const units = unitsOf(bytes)
  const unit = unitReader(bytes, encoding)
  const pieces: string[] = []
  let invalidBytes = bytes.length % 4
  for (let from = 0; from < units; from += PIECE) {
    const codes: number[] = []
    for (let i = from; i < Math.min(units, from + PIECE); i++) {
      const code = unit(i)
      if (!isCharacter(code)) invalidBytes += 4
      codes.push(isCharacter(code) ? code : 0xfffd)
    }
    pieces.push(String.fromCodePoint(...codes))
  }
  if (bytes.length % 4 > 0) pieces.push('\ufffd')
  return { text: pieces.join(''), invalidBytes }
}

/** Characters made at a time: arguments of one call. */
const PIECE = 8192

const unitsOf = (bytes: Uint8Array): number => Math.floor(bytes.length / 4)

function unitReader(bytes: Uint8Array, encoding: Utf32): (i: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return i => view.getUint32(4 * i, encoding === 'utf-32-le')
}

/** Halves of pairs are none. */
const isCharacter = (code: number): boolean => code < 0xd800 || (code > 0xdfff && code <= 0x10ffff)
