import type { Compressors } from 'hyparquet'
import { compressors as unpackers } from 'hyparquet-compressors'
import { Problem } from '../../problems/problem.ts'

/** What one page of a column unpacks to, at most; writers make them of a megabyte, or of one long value. */
const MAX_PAGE_BYTES = 256 * 1024 * 1024

/** How pages are unpacked, within bounds that are looked at before. */
export const compressors: Compressors = Object.fromEntries(
  Object.entries(unpackers).map(([name, unpack]) => [
    name,
    (input: Uint8Array, length: number) => {
      const most = name === 'ZSTD' ? Math.max(length, unpackedZstd(input)) : length
      if (most > MAX_PAGE_BYTES) throw new Problem('too-large', 'A page of a column unpacks to more than 256 MB.')
      return unpack(input, length)
    },
  ]),
)

/** The largest block of Zstandard that there is. */
const BLOCK_BYTES = 128 * 1024

/** What Zstandard's frames unpack to, at most, by the sizes that their blocks give: its unpacker asks for no bound. */
export function unpackedZstd(bytes: Uint8Array): number {
  let sum = 0
  for (let at = 0; at + 5 < bytes.length; ) {
    const isFrame = bytes[at] === 0x28 && bytes[at + 1] === 0xb5 && bytes[at + 2] === 0x2f && bytes[at + 3] === 0xfd
    if (!isFrame) return sum
    const flags = bytes[at + 4]!
    const isSingle = (flags & 0x20) !== 0
    const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6]!
    const said = sizeIn(bytes, at + 5 + (isSingle ? 0 : 1) + dictionaryBytes[flags & 3]!, sizeBytes)
    at += 5 + (isSingle ? 0 : 1) + dictionaryBytes[flags & 3]! + sizeBytes
    let blocks = 0
    for (let isLast = false; !isLast && at + 2 < bytes.length; ) {
      const header = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16)
      const [kind, size] = [(header >> 1) & 3, header >> 3]
      isLast = (header & 1) === 1
      blocks += kind === 2 ? BLOCK_BYTES : size
      at += 3 + (kind === 1 ? 1 : size)
    }
    // A frame that says its size gets as much memory, whatever its blocks hold.
    sum += Math.max(said, said > 0 ? 0 : blocks)
    if ((flags & 4) !== 0) at += 4
  }
  return sum
}

const dictionaryBytes = [0, 1, 2, 4]

function sizeIn(bytes: Uint8Array, at: number, count: number): number {
  let size = 0
  for (let i = count - 1; i >= 0; i--) size = size * 256 + (bytes[at + i] ?? 0)
  return count === 2 ? size + 256 : size
}
