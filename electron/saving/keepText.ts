import { dirname } from 'node:path'
import type { Disk } from '../disk/disk.ts'
import { type Fence, makeFolder } from '../disk/fence.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import { inSlices } from './inSlices.ts'
import { ignorePlace, textPlace } from './places.ts'

/** UTF-16 units handed to the disk at a time. */
const PART = 64 * 1024

/** Keeps histories and texts, which are of this device, out of a shared repository. */
export function keepToThisDevice(disk: Disk, fence: Fence): Promise<void> {
  return unlessThere(disk, fence, ignorePlace(fence.root), ['*\n'])
}

/**
 * Keeps the text that is being annotated, so that a later change of the article
 * can be followed. It goes to the disk a little at a time, and nothing where it
 * is kept already.
 */
export function keepText(
  disk: Disk,
  fence: Fence,
  { text, textSha256 }: { readonly text: string; readonly textSha256: string },
): Promise<void> {
  return unlessThere(disk, fence, textPlace(fence.root, textSha256), inParts(text))
}

async function unlessThere(disk: Disk, fence: Fence, path: string, parts: Iterable<string>): Promise<void> {
  const isThere = await disk.lstat(path).then(() => true, missing)
  if (isThere) return
  await makeFolder(disk, fence, dirname(path))
  await replaceFile(disk, fence, path, inSlices(parts))
}

/** A text in parts, none of which ends inside a character. */
export function* inParts(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const isInside = isHigh(text.charCodeAt(at + PART - 1))
    const end = at + PART + (isInside ? 1 : 0)
    yield text.slice(at, end)
    at = end
  }
}

/** The first half of a character that takes two units; past the end of a text it is none. */
function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function missing(error: NodeJS.ErrnoException): false {
  if (error.code === 'ENOENT') return false
  throw error
}
