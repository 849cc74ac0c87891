import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { Problem } from '../../shared/problems/problem.ts'
import { explainReading } from './explain.ts'
import { isBelow } from './fence.ts'
import { isSame, safely, strangeness } from './ordinaryFile.ts'

/**
 * Reads files of one folder tree without letting anything else in between: for a
 * worker that reads thousands of small ones, where each wait would cost more
 * than the reading. Refuses what `readBounded` refuses inside a fence.
 */
export class ReaderNow {
  /** Its real path, with no link in it. */
  readonly #root: string
  /** Folders on the way to files, looked at once for all that is read by this reader. */
  readonly #ways = new Map<string, boolean>()

  constructor(root: string) {
    this.#root = root
  }

  /**
   * The bytes of a file, or so many at its end, in a buffer of their own. `path`
   * is absolute. Throws what `readBounded` throws.
   */
  read(path: string, maxBytes: number, lastBytes = maxBytes): Uint8Array<ArrayBuffer> {
    try {
      if (!this.#isInside(dirname(path))) throw new Problem('outside-workspace', 'A folder on the way is a link.')
      return readOrdinary(path, maxBytes, lastBytes)
    } catch (error) {
      return explainReading(error)
    }
  }

  #isInside(folder: string): boolean {
    if (folder === this.#root) return true
    if (!isBelow(this.#root, folder)) return false
    const known = this.#ways.get(folder)
    if (known !== undefined) return known
    const isInside = relative(this.#root, folder)
      .split(sep)
      .every((_, i, names) => !lstatSync(join(this.#root, ...names.slice(0, i + 1))).isSymbolicLink())
    this.#ways.set(folder, isInside)
    return isInside
  }
}

function readOrdinary(path: string, maxBytes: number, lastBytes: number): Uint8Array<ArrayBuffer> {
  const before = lstatSync(path)
  refuseUnlessFile(before)
  const file = openSync(path, constants.O_RDONLY | safely)
  try {
    const after = fstatSync(file)
    refuseUnlessFile(after)
    if (constants.O_NOFOLLOW === undefined && !isSame(before, after)) throw new Problem('not-a-file', 'It changed.')
    if (after.size > maxBytes) throw new Problem('too-large', `${after.size} bytes.`)
    const bytes = new Uint8Array(Math.min(after.size, lastBytes))
    const from = after.size - bytes.length
    let done = 0
    while (done < bytes.length) {
      const read = readSync(file, bytes, done, bytes.length - done, from + done)
      if (read === 0) break
      done += read
    }
    return done === bytes.length ? bytes : bytes.slice(0, done)
  } finally {
    closeSync(file)
  }
}

function refuseUnlessFile(found: Stats): void {
  const what = strangeness(found)
  if (what) throw new Problem('not-a-file', what)
}
