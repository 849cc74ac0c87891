import { constants } from 'node:fs'
import type { Disk, OpenFile } from './disk.ts'
import { type Fence, insideFence } from './fence.ts'
import { openOrdinary } from './ordinaryFile.ts'

/** An ordinary file inside the fence, to be read in parts. */
export interface Stretches {
  readonly size: number
  /** At most `length` bytes from `from`: fewer at the end of the file. */
  read(from: number, length: number): Promise<Uint8Array<ArrayBuffer>>
}

/** Reads parts of a file that needn't be read whole. Throws what the system says, or a Problem for what is no ordinary file inside the fence. */
export async function withStretches<T>(
  disk: Disk,
  fence: Fence,
  path: string,
  look: (file: Stretches) => Promise<T>,
): Promise<T> {
  const file = await openOrdinary(disk, await insideFence(disk, fence, path), constants.O_RDONLY, 'not-a-file')
  try {
    const { size } = await file.stat()
    return await look({ size, read: (from, length) => readAt(file, from, length) })
  } finally {
    await file.close()
  }
}

async function readAt(file: OpenFile, from: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length)
  const { bytesRead } = await file.read(bytes, 0, length, from)
  return bytesRead === length ? bytes : bytes.slice(0, bytesRead)
}
