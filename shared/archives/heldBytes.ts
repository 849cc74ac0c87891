import type { ByteSource } from './archive.ts'

/** Bytes that are held anyway, as a file that is read in parts. */
export function heldBytes(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    byteLength: bytes.byteLength,
    slice: async (start, end) => bytes.slice(start, end).buffer as ArrayBuffer,
  }
}

/** The bytes of a source from `start` to before `end`, or to its end. */
export async function bytesOf(source: ByteSource, start: number, end?: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await source.slice(start, end))
}

/** A file's name without its folders and its ending. */
export function stemOf(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  return last.replace(/(?!^)\.[^.]*$/, '')
}
