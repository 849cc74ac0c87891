import { Problem } from '../../problems/problem.ts'
import { codecs } from '../../text/codecs.ts'
import { countUtf8 } from '../../text/utf8.ts'
import type { ByteSource } from '../archive.ts'
import { bytesOf } from '../heldBytes.ts'

/** A file of a ZIP archive as the list at its end has it: sizes in bytes. */
export interface Entry {
  readonly name: string
  readonly isEncrypted: boolean
  /** 0 as it stands, 8 deflated; what else there is isn't read. */
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  /** Where its own head stands in the archive. */
  readonly at: number
}

/** A download has thousands; what has more is no collection of articles. */
const MAX_ENTRIES = 500_000
const MAX_LIST_BYTES = 256 * 1024 * 1024
/** The last record, and the longest comment behind it. */
const TAIL_BYTES = 22 + 0xffff

const END = 0x06054b50
const END_64 = 0x06064b50
const WAY_TO_END_64 = 0x07064b50
const IN_LIST = 0x02014b50
const FULL = 0xffffffff

/** The files of a ZIP archive, in the order of its list. Throws Problem `cannot-read` or `too-large`. */
export async function directoryOf(source: ByteSource): Promise<Entry[]> {
  const { count, size, at } = await placeOfList(source)
  if (count > MAX_ENTRIES || size > MAX_LIST_BYTES)
    throw new Problem('too-large', `The archive holds more than ${MAX_ENTRIES} files.`)
  if (at + size > source.byteLength) throw damaged()
  const list = await bytesOf(source, at, at + size)
  const view = viewOf(list)
  const entries: Entry[] = []
  let place = 0
  while (entries.length < count) {
    if (place + 46 > list.length || view.getUint32(place, true) !== IN_LIST) throw damaged()
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(to => view.getUint16(place + to, true)) as [
      number,
      number,
      number,
    ]
    const next = place + 46 + nameLength + extraLength + commentLength
    if (next > list.length) throw damaged()
    entries.push(entryAt(list, place, nameLength, extraLength))
    place = next
  }
  return entries
}

function entryAt(list: Uint8Array, place: number, nameLength: number, extraLength: number): Entry {
  const view = viewOf(list)
  const flags = view.getUint16(place + 8, true)
  const nameEnd = place + 46 + nameLength
  const short = { unpacked: place + 24, packed: place + 20, at: place + 42 }
  const long = longNumbers(list.subarray(nameEnd, nameEnd + extraLength))
  const number = (where: number): number => {
    const found = view.getUint32(where, true)
    return found === FULL ? (long.shift() ?? FULL) : found
  }
  // The long numbers stand in this order, those alone that didn't fit.
  const unpacked = number(short.unpacked)
  const packed = number(short.packed)
  const at = number(short.at)
  return {
    name: nameOf(list.subarray(place + 46, nameEnd), (flags & 0x800) !== 0),
    isEncrypted: (flags & 1) !== 0,
    method: view.getUint16(place + 10, true),
    crc: view.getUint32(place + 16, true),
    ...{ packed, unpacked, at },
  }
}

async function placeOfList(source: ByteSource): Promise<{ count: number; size: number; at: number }> {
  const from = Math.max(0, source.byteLength - TAIL_BYTES)
  const tail = await bytesOf(source, from)
  const view = viewOf(tail)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue
    const short = { count: view.getUint16(at + 10, true), size: view.getUint32(at + 12, true) }
    const start = view.getUint32(at + 16, true)
    const isLong = at >= 20 && view.getUint32(at - 20, true) === WAY_TO_END_64
    return isLong ? longPlace(source, bigAt(view, at - 12)) : { ...short, at: start }
  }
  throw damaged()
}

async function longPlace(source: ByteSource, at: number): Promise<{ count: number; size: number; at: number }> {
  if (at + 56 > source.byteLength) throw damaged()
  const view = viewOf(await bytesOf(source, at, at + 56))
  if (view.getUint32(0, true) !== END_64) throw damaged()
  return { count: bigAt(view, 32), size: bigAt(view, 40), at: bigAt(view, 48) }
}

/** The numbers of 64 bits that stand behind a name, in order. */
function longNumbers(extra: Uint8Array): number[] {
  const view = viewOf(extra)
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = view.getUint16(at + 2, true)
    const end = Math.min(at + 4 + size, extra.length)
    if (view.getUint16(at, true) === 1) {
      const numbers: number[] = []
      for (let one = at + 4; one + 8 <= end; one += 8) numbers.push(bigAt(view, one))
      return numbers
    }
    at = end
  }
  return []
}

/** A number that a file of this world has; a larger one is as good as none. */
function bigAt(view: DataView, at: number): number {
  const number = view.getBigUint64(at, true)
  if (number > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged()
  return Number(number)
}

/** Names are UTF-8 where that is said or is so; else in the code page that the format is from. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8 || countUtf8(bytes).invalidBytes === 0) return new TextDecoder().decode(bytes)
  return codecs.get('cp437')!.decode(bytes)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

export function damaged(cause?: unknown): Problem {
  return new Problem('cannot-read', 'The archive is damaged: it is no whole ZIP archive.', { cause })
}
