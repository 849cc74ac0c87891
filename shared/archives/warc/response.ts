import { Gunzip, Inflate, Unzlib } from 'fflate'
import { decompressBrotli, decompressZstd } from 'hyparquet-compressors'
import { MAX_ARTICLE_BYTES } from '../../limits.ts'
import { Problem } from '../../problems/problem.ts'
import { unpackedZstd } from '../tables/parquetPages.ts'
import { ByteReader, joined, letters } from './byteReader.ts'
import { isGzip } from './members.ts'
import { type Fields, fieldsIn } from './records.ts'

/** What a server answered. */
export interface Response {
  readonly status: number
  readonly fields: Fields
  /** As it was sent. */
  readonly body: Uint8Array
}

/** A block as the answer that it holds; null where it holds none. */
export async function responseIn(block: Uint8Array): Promise<Response | null> {
  const reader = new ByteReader(once(block))
  const [, status] = /^HTTP\/\S+\s+(\d{3})/.exec((await reader.line(64 * 1024)) ?? '') ?? []
  if (!status) return null
  const fields = await fieldsIn(reader)
  return { status: Number(status), fields, body: await reader.take(block.length) }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

/** The page itself, out of what it was sent in. Throws a Problem where that can't be undone. Some crawlers have undone it already, and say nothing of it. */
export function contentOf({ fields, body }: Response): Uint8Array {
  let bytes = /chunked/i.test(fields.get('transfer-encoding') ?? '') ? unchunked(body) : body
  const encodings = (fields.get('content-encoding') ?? '').toLowerCase().split(',').reverse()
  for (const encoding of encodings) bytes = unpacked(bytes, encoding.trim())
  return bytes
}

/** Chunks of a body, one after the other; a body that is in none is as it is. */
function unchunked(body: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf(0x0a, at)
    const [, size] =
      /^([0-9a-f]{1,8})\s*(?:;.*)?\r?$/i.exec(end === -1 ? '' : letters(body.subarray(at, Math.min(end, at + 1000)))) ??
      []
    if (size === undefined && parts.length === 0) return body
    if (size === undefined)
      throw new Problem('cannot-read', 'The page is cut off or damaged where it was sent in parts.')
    const length = Number.parseInt(size, 16)
    if (length === 0) return joined(parts)
    if (end + 1 + length > body.length)
      throw new Problem('cannot-read', 'The page is cut off where it was sent in parts.')
    parts.push(body.subarray(end + 1, end + 1 + length))
    at = end + 1 + length + (body[end + 1 + length] === 0x0d ? 2 : 1)
  }
  return joined(parts)
}

function unpacked(bytes: Uint8Array, encoding: string): Uint8Array {
  if (encoding === '' || encoding === 'identity') return bytes
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip')
      return isGzip(bytes) ? inflated(bytes, sink => new Gunzip(sink)) : bytes
    if (encoding === 'deflate')
      return isZlib(bytes) ? inflated(bytes, sink => new Unzlib(sink)) : inflated(bytes, sink => new Inflate(sink))
    if (encoding === 'br') return unbrotli(bytes)
    if (encoding === 'zstd') {
      if (unpackedZstd(bytes) > MAX_ARTICLE_BYTES) throw tooLarge()
      return decompressZstd(bytes)
    }
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    throw new Problem('cannot-read', `The page was sent packed (${encoding}), and is damaged or cut off.`, { cause })
  }
  throw new Problem('cannot-read', `The page was sent packed in a way that isn’t known (${encoding.slice(0, 40)}).`)
}

function tooLarge(): Problem {
  return new Problem('too-large', 'The page unpacks to more than 64 MiB.')
}

function isZlib(bytes: Uint8Array): boolean {
  return (bytes[0]! & 15) === 8 && ((bytes[0]! << 8) | bytes[1]!) % 31 === 0
}

type Unpacker = (sink: (part: Uint8Array) => void) => { push(part: Uint8Array, isLast: boolean): void }

/** Bit by bit, so that what is made to swell is noticed before it does. */
function inflated(bytes: Uint8Array, unpacker: Unpacker): Uint8Array {
  const parts: Uint8Array[] = []
  let size = 0
  const stream = unpacker(part => {
    size += part.length
    if (size > MAX_ARTICLE_BYTES) throw tooLarge()
    parts.push(part)
  })
  for (let at = 0; at < bytes.length; at += STEP) stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
  return joined(parts)
}

const STEP = 16 * 1024

/** Its unpacker has to be told how long the page is, which nobody knows: it is tried, and what follows the page are NULs, which no page ends with. */
function unbrotli(bytes: Uint8Array): Uint8Array {
  for (let size = Math.max(64 * 1024, 8 * bytes.length); ; size *= 4) {
    const room = Math.min(size, MAX_ARTICLE_BYTES)
    try {
      const page = decompressBrotli(bytes, room)
      let end = page.length
      while (end > 0 && page[end - 1] === 0) end--
      return page.slice(0, end)
    } catch (error) {
      if (!/buffer|large/i.test(String(error))) throw error
      if (room === MAX_ARTICLE_BYTES) throw tooLarge()
    }
  }
}
