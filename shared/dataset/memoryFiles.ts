import { Problem } from '../problems/problem.ts'
import type { Part, ReadFiles, ReadSource } from './format.ts'

/** The files that parts make, held in memory: for small ones, and for tests. */
export function memoryFiles(parts: Iterable<Part>): ReadFiles {
  const encoder = new TextEncoder()
  const pieces = new Map<string, Uint8Array[]>()
  for (const { file, data } of parts) {
    const bytes = typeof data === 'string' ? encoder.encode(data) : data
    pieces.set(file, [...(pieces.get(file) ?? []), bytes])
  }
  const whole = (name: string) => {
    const found = pieces.get(name)
    if (!found) throw new Problem('not-there', name)
    return joined(found)
  }
  return {
    names: [...pieces.keys()].sort(),
    bytes: async name => whole(name),
    parts: name => inParts(whole(name)),
    source: name => sourceOf(whole(name)),
  }
}

async function* inParts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65536) yield bytes.subarray(at, at + 65536)
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** Bytes in memory, as a file that is read here and there. */
export function sourceOf(bytes: Uint8Array): ReadSource {
  const slice = async (start: number, end?: number) => bytes.slice(start, end).buffer as ArrayBuffer
  return { byteLength: bytes.length, slice, close() {} }
}
