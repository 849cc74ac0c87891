/** What there is in bytes that claim to be UTF-8, beyond ASCII. */
export interface Utf8Count {
  /** Characters of two to four bytes, well formed. */
  readonly characters: number
  /** Bytes that belong to no character. */
  readonly invalidBytes: number
}

/** Counts as the Unicode standard has it: overlong forms, surrogates and what lies beyond U+10FFFF are invalid. */
export function countUtf8(bytes: Uint8Array): Utf8Count {
  let characters = 0
  let invalidBytes = 0
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at]! < 0x80) {
      at++
      continue
    }
    const length = characterLength(bytes, at)
    if (length > 0) characters++
    else invalidBytes++
    at += length || 1
  }
  return { characters, invalidBytes }
}

/** The length in bytes of the well-formed character at `at`, or 0. */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
  if (length === 0) return 0
  const second = bytes[at + 1] ?? 0
  if (second < (lowestSecond[first] ?? 0x80) || second > (highestSecond[first] ?? 0xbf)) return 0
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

const lowestSecond: Readonly<Record<number, number>> = { 224: 0xa0, 240: 0x90 }
const highestSecond: Readonly<Record<number, number>> = { 237: 0x9f, 244: 0x8f }
