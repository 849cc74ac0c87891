import { Inflate } from 'fflate'
import { Problem } from '../../problems/problem.ts'
import type { ByteSource } from '../archive.ts'
import { bytesOf } from '../heldBytes.ts'
import { crc32 } from './crc32.ts'
import { damaged, type Entry } from './directory.ts'

/** No table or text that is worth unpacking shrinks more than this; what does is made to fill a memory. Small files may. */
const MOST_SHRUNK = 400
const SMALL_BYTES = 8 * 1024 * 1024
/** So many packed bytes are unpacked at once: a thousand times as many can come of them. */
const STEP_BYTES = 16 * 1024

/** How much may still be unpacked, in bytes, of an archive and all archives in it. */
export interface Budget {
  left: number
}

/**
 * The bytes of a file of an archive, once its length and its checksum are as the
 * archive says. Throws Problem `too-large` above `most` bytes, or where the
 * budget is spent; `cannot-read` for what is encrypted, damaged or packed
 * in a way that isn't known.
 */
export async function contentOf(source: ByteSource, entry: Entry, most: number, budget: Budget): Promise<Uint8Array> {
  refuse(entry, most, budget)
  budget.left -= entry.unpacked
  const start = await beginningOf(source, entry)
  const bytes =
    entry.method === 0 ? await bytesOf(source, start, start + entry.packed) : await inflated(source, entry, start)
  if (bytes.length !== entry.unpacked || crc32(bytes) !== entry.crc) throw damaged()
  return bytes
}

/** The first bytes of such a file, `length` at most, unchecked. Throws what `contentOf` throws, but for a checksum. */
export async function headOf(source: ByteSource, entry: Entry, length: number): Promise<Uint8Array> {
  refuse(entry, Number.MAX_SAFE_INTEGER, { left: Number.MAX_SAFE_INTEGER })
  const start = await beginningOf(source, entry)
  if (entry.method === 0) return bytesOf(source, start, start + Math.min(length, entry.packed))
  return inflated(source, entry, start, Math.min(length, entry.unpacked))
}

/** A file that stands in an archive as it is, to be read in parts; null for one that is packed. */
export async function placeOf(source: ByteSource, entry: Entry): Promise<ByteSource | null> {
  if (entry.method !== 0 || entry.isEncrypted) return null
  if (entry.packed !== entry.unpacked) throw damaged()
  const from = await beginningOf(source, entry)
  const to = from + entry.packed
  return {
    name: entry.name,
    byteLength: entry.packed,
    slice: (start, end) => source.slice(Math.min(from + start, to), end === undefined ? to : Math.min(from + end, to)),
  }
}

function refuse({ isEncrypted, method, packed, unpacked }: Entry, most: number, budget: Budget): void {
  if (isEncrypted) throw new Problem('cannot-read', 'It is encrypted: unpack it with its password first.')
  if (method !== 0 && method !== 8)
    throw new Problem('cannot-read', `It is packed in a way that isn’t known (${method}).`)
  if (unpacked > most) throw new Problem('too-large', `It unpacks to ${unpacked} bytes.`)
  if (unpacked > SMALL_BYTES && unpacked > packed * MOST_SHRUNK)
    throw new Problem('too-large', `${packed} bytes unpack to ${unpacked}: no text shrinks so much.`)
  if (unpacked > budget.left) throw new Problem('too-large', 'Everything in the archive together is too much.')
}

/** Where the bytes of a file begin, behind its own head. */
async function beginningOf(source: ByteSource, { at, packed }: Entry): Promise<number> {
  if (at + 30 > source.byteLength) throw damaged()
  const head = await bytesOf(source, at, at + 30)
  const view = new DataView(head.buffer)
  if (head.length < 30 || view.getUint32(0, true) !== 0x04034b50) throw damaged()
  const start = at + 30 + view.getUint16(26, true) + view.getUint16(28, true)
  if (start + packed > source.byteLength) throw damaged()
  return start
}

async function inflated(source: ByteSource, entry: Entry, start: number, length = entry.unpacked): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  const isPart = length < entry.unpacked
  let done = 0
  const inflate = new Inflate(piece => {
    if (done + piece.length > length && !isPart) throw damaged()
    const fits = piece.subarray(0, length - done)
    bytes.set(fits, done)
    done += fits.length
  })
  const end = start + entry.packed
  try {
    // A megabyte is read at a time, and given on in steps.
    for (let from = start; from < end && (!isPart || done < length); from += 64 * STEP_BYTES) {
      const read = await bytesOf(source, from, Math.min(end, from + 64 * STEP_BYTES))
      for (let at = 0; at < read.length && (!isPart || done < length); at += STEP_BYTES) {
        const step = read.subarray(at, at + STEP_BYTES)
        inflate.push(step, from + at + step.length >= end)
      }
    }
  } catch (error) {
    throw error instanceof Problem ? error : damaged(error)
  }
  return done === length ? bytes : bytes.subarray(0, done)
}
