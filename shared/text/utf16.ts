export type Utf16 = 'utf-16-le' | 'utf-16-be'

/**
 * Which UTF-16 bytes without a mark are in, or null.
 *
 * White space, digits and Latin letters have a NUL for one of their two bytes,
 * always the same one. Where a tenth of the units are like that and hardly one
 * is the other way round, it is UTF-16; a UTF-8 text with a few NULs in it is
 * not. `sample` starts at an even place in the file.
 */
export function unmarkedUtf16(sample: Uint8Array): Utf16 | null {
  const units = Math.floor(sample.length / 2)
  let evenNulls = 0
  let oddNulls = 0
  for (let i = 0; i < units; i++) {
    const even = sample[2 * i] === 0
    const odd = sample[2 * i + 1] === 0
    // A unit of two NULs is a NUL in either order and tells nothing.
    if (even && !odd) evenNulls++
    if (odd && !even) oddNulls++
  }
  if (oddNulls >= units / 10 && oddNulls > 0 && evenNulls <= oddNulls / 50) return 'utf-16-le'
  if (evenNulls >= units / 10 && evenNulls > 0 && oddNulls <= evenNulls / 50) return 'utf-16-be'
  return null
}

/** The text, the mark and all, and the bytes that belong to no character: halves of pairs, a last byte alone. */
export function decodeUtf16(bytes: Uint8Array, encoding: Utf16): { text: string; invalidBytes: number } {
  const text = new TextDecoder(encoding === 'utf-16-le' ? 'utf-16le' : 'utf-16be', { ignoreBOM: true }).decode(bytes)
  const odd = bytes.length % 2
  const high = encoding === 'utf-16-le' ? 1 : 0
  // Each half pair became U+FFFD, but so did each U+FFFD that was there before.
  let genuine = 0
  for (let at = 0; at + 1 < bytes.length; at += 2)
    if (bytes[at + high] === 0xff && bytes[at + 1 - high] === 0xfd) genuine++
  let replaced = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) replaced++
  return { text, invalidBytes: odd + 2 * (replaced - genuine - odd) }
}
