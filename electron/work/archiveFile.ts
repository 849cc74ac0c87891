import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import type { ByteSource } from '../../shared/archives/archive.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { explainReading } from '../disk/explain.ts'
import { isSame, safely, strangeness } from '../disk/ordinaryFile.ts'

/** A file on the disk that is read in parts, and never whole unless that is asked for. */
export class ArchiveFile implements ByteSource {
  readonly name: string
  readonly byteLength: number
  /** Where it was read last, in bytes from its beginning. */
  reached = 0
  readonly #file: number

  /** `path` is absolute and real. Throws Problem `not-there`, `not-a-file`, `cannot-read`. */
  constructor(path: string) {
    this.name = basename(path)
    const { file, size } = opened(path)
    this.#file = file
    this.byteLength = size
  }

  async slice(start: number, end = this.byteLength): Promise<ArrayBuffer> {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, this.byteLength) - start))
    try {
      for (let done = 0; done < bytes.length; ) {
        const read = readSync(this.#file, bytes, done, bytes.length - done, start + done)
        if (read === 0) throw new Problem('cannot-read', 'The file became shorter while it was read.')
        done += read
      }
    } catch (error) {
      return explainReading(error)
    }
    this.reached = start + bytes.length
    return bytes.buffer
  }

  close(): void {
    closeSync(this.#file)
  }
}

function opened(path: string): { readonly file: number; readonly size: number } {
  try {
    const before = lstatSync(path)
    refuseUnlessFile(before)
    const file = openSync(path, constants.O_RDONLY | safely)
    try {
      const after = fstatSync(file)
      refuseUnlessFile(after)
      if (constants.O_NOFOLLOW === undefined && !isSame(before, after)) throw new Problem('not-a-file', 'It changed.')
      return { file, size: after.size }
    } catch (error) {
      closeSync(file)
      throw error
    }
  } catch (error) {
    return explainReading(error)
  }
}

function refuseUnlessFile(found: Parameters<typeof strangeness>[0]): void {
  const what = strangeness(found)
  if (what) throw new Problem('not-a-file', what)
}
