import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Disk, OpenFile } from './disk.ts'

const draftName = /^\.stet-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.draft$/

/** Whether a file's name is one of ours for a file that isn't whole yet. */
export function isDraft(name: string): boolean {
  return draftName.test(name)
}

/** A large draft goes to the disk this much at a time, so that nobody else's sync has to wait for all of it. */
const SYNC_AFTER = 8 * 1024 * 1024

/**
 * Writes bytes, or parts of them as they come, to a file of its own in `folder` and forces them to the disk.
 * Resolves to the draft's path; where that fails, nothing is left behind.
 */
export async function writeDraft(
  disk: Disk,
  folder: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  mode?: number,
): Promise<string> {
  // The name is not made from the target's: a name of 255 bytes has no room for more.
  const draft = join(folder, `.stet-${randomUUID()}.draft`)
  try {
    const file = await disk.open(draft, 'wx', mode)
    try {
      if (mode !== undefined) await file.chmod(mode)
      let length = 0
      let synced = 0
      for await (const part of bytes instanceof Uint8Array ? [bytes] : bytes) {
        await writeAll(file, part, length)
        length += part.byteLength
        if (length - synced < SYNC_AFTER) continue
        await file.datasync()
        synced = length
      }
      await file.sync()
      // A full disk may take part of a write and call it success.
      const { size } = await file.stat()
      if (size !== length) throw shortWrite(size, length)
    } finally {
      await file.close()
    }
    return draft
  } catch (error) {
    await disk.rm(draft, { force: true }).catch(() => {})
    throw error
  }
}

/** Writes every byte at a position, however many calls that takes. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done, position + done)
    if (bytesWritten === 0) throw shortWrite(done, bytes.byteLength)
    done += bytesWritten
  }
}

/** The failure of a disk that took less than it was given. It counts as the system's, for so it is. */
export function shortWrite(written: number, wanted: number): Error {
  return Object.assign(new Error(`Wrote ${written} of ${wanted} bytes`), { code: 'EIO', syscall: 'write' })
}
