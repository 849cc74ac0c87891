import { constants } from 'node:fs'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from './disk.ts'
import { explainReading } from './explain.ts'
import { type Fence, insideFence } from './fence.ts'
import { openOrdinary } from './ordinaryFile.ts'

/**
 * The bytes of an ordinary file, at most `maxBytes` of them, in a buffer of
 * their own (so that it can be handed to a worker). With a fence, the file also
 * has to lie inside it, without a link on the way.
 *
 * A file that grows meanwhile is read up to the size it had at first. Throws
 * Problem `not-there`, `not-a-file` (links, folders, pipes, devices),
 * `too-large`, `cannot-read`, or `outside-workspace` by the fence.
 */
export async function readBounded(
  disk: Disk,
  path: string,
  maxBytes: number,
  fence?: Fence,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const place = fence ? await insideFence(disk, fence, path) : path
    const file = await openOrdinary(disk, place, constants.O_RDONLY, 'not-a-file')
    try {
      const { size } = await file.stat()
      if (size > maxBytes) throw new Problem('too-large', `${size} bytes.`)
      const bytes = new Uint8Array(size)
      let done = 0
      while (done < size) {
        const { bytesRead } = await file.read(bytes, done, size - done, done)
        if (bytesRead === 0) break
        done += bytesRead
      }
      return done === size ? bytes : bytes.slice(0, done)
    } finally {
      await file.close()
    }
  } catch (error) {
    return explainReading(error)
  }
}
