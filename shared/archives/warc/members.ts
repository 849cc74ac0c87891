import { Gunzip } from 'fflate'
import type { ByteSource } from '../archive.ts'

/** Bytes read at once: few, since a thousand times as many may come out of them. */
const PIECE = 16 * 1024
const PLAIN_PIECE = 256 * 1024

/** Whether bytes begin a member of a gzip file. */
export function isGzip(bytes: Uint8Array, at = 0): boolean {
  return bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8
}

/** A stretch of a file that could be unpacked without a break. */
export interface Stretch {
  readonly pieces: AsyncIterable<Uint8Array>
  /** After its pieces: whether it ended because the file is damaged or cut off there. */
  isBroken(): boolean
}

/**
 * The bytes of a file, unpacked where it is one of gzip members, a member a
 * record. Where one is damaged, another stretch begins with the next.
 */
export async function* stretchesOf(source: ByteSource): AsyncIterable<Stretch> {
  const head = new Uint8Array(await source.slice(0, Math.min(3, source.byteLength)))
  if (!isGzip(head)) {
    yield { pieces: piecesOf(source, 0, PLAIN_PIECE), isBroken: () => false }
    return
  }
  for (let start: number | null = 0; start !== null; ) {
    const state: State = { isBroken: false, lastMember: start }
    yield { pieces: unpackedFrom(source, start, state), isBroken: () => state.isBroken }
    start = state.isBroken ? await nextMember(source, state.lastMember + 1) : null
  }
}

interface State {
  isBroken: boolean
  /** Where in the file the member begins that was being unpacked. */
  lastMember: number
}

async function* piecesOf(source: ByteSource, start: number, most: number): AsyncIterable<Uint8Array> {
  for (let at = start; at < source.byteLength; ) {
    const bytes = new Uint8Array(await source.slice(at, Math.min(at + most, source.byteLength)))
    if (bytes.length === 0) return
    at += bytes.length
    yield bytes
  }
}

async function* unpackedFrom(source: ByteSource, start: number, state: State): AsyncIterable<Uint8Array> {
  let ready: Uint8Array[] = []
  const gunzip = new Gunzip(bytes => {
    if (bytes.length > 0) ready.push(bytes)
  })
  gunzip.onmember = offset => {
    state.lastMember = start + offset
  }
  let at = start
  for await (const bytes of piecesOf(source, start, PIECE)) {
    at += bytes.length
    try {
      gunzip.push(bytes, at === source.byteLength)
    } catch {
      state.isBroken = true
    }
    yield* ready
    ready = []
    if (state.isBroken) return
  }
}

/** Where the next member seems to begin; null where none does. */
async function nextMember(source: ByteSource, from: number): Promise<number | null> {
  let at = from
  let last = new Uint8Array(0)
  for await (const bytes of piecesOf(source, from, PLAIN_PIECE)) {
    const joined = new Uint8Array(last.length + bytes.length)
    joined.set(last)
    joined.set(bytes, last.length)
    for (let i = joined.indexOf(0x1f); i !== -1; i = joined.indexOf(0x1f, i + 1))
      if (isGzip(joined, i)) return at - last.length + i
    at += bytes.length
    last = joined.slice(-2)
  }
  return null
}
