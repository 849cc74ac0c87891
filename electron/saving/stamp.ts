import type { BigIntStats } from 'node:fs'
import type { Disk } from '../disk/disk.ts'

/** A file as it was when it was read: the same file, unchanged, has the same. */
export interface Stamp {
  readonly dev: bigint
  readonly ino: bigint
  readonly size: bigint
  readonly mtimeNs: bigint
  readonly ctimeNs: bigint
}

/** Some disks count time in seconds: a file that was changed so shortly before it was read may have been changed again since. */
const SURELY_OVER_MS = 1_100

/** Reads a file with what tells it apart from every later state; null where that can't be told. */
export async function withStamp<T>(disk: Disk, path: string, read: () => Promise<T>): Promise<[T, Stamp | null]> {
  const now = Date.now()
  const before = await stampOf(disk, path)
  const found = await read()
  const after = await stampOf(disk, path)
  const isSettled = before !== null && Math.abs(now - Number(before.mtimeNs / 1_000_000n)) > SURELY_OVER_MS
  return [found, isSettled && isSameStamp(before, after) ? before : null]
}

/** A file as it is now; null where there is none. */
export function stampOf(disk: Disk, path: string): Promise<Stamp | null> {
  return disk.lstat(path, { bigint: true }).then(
    (found: BigIntStats) => (found.isFile() ? found : null),
    () => null,
  )
}

/** Whether two looks saw the same file, unchanged; or both saw none. */
export function isSameStamp(one: Stamp | null, other: Stamp | null): boolean {
  if (one === null || other === null) return one === other
  const { dev, ino, size, mtimeNs, ctimeNs } = one
  return (
    dev === other.dev &&
    ino === other.ino &&
    size === other.size &&
    mtimeNs === other.mtimeNs &&
    ctimeNs === other.ctimeNs
  )
}
