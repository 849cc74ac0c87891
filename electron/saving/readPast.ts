import { basename, dirname, join } from 'node:path'
import { COPY_END } from '../../shared/history/history.ts'
import { HISTORY_READ_BYTES, MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { PastSource } from '../work/pastTask.ts'
import { readKept } from './readKept.ts'

/** What stands on disk of a layer's past. */
export interface PastOnDisk extends Pick<PastSource, 'sidecar' | 'histories' | 'copies'> {
  /** Histories, and beginnings of histories, that couldn't be read or were too much to read together. */
  readonly unread: number
}

interface Found {
  readonly path: string
  readonly device: string
  readonly isCopy: boolean
  /** When it was put aside; infinite for one that is written to still. */
  readonly until: number
}

/**
 * Reads a layer's file and all that its histories left: this device's, those of
 * other devices that lie there, and those that were put aside, the latest first
 * until they are too much. `historyPath` is that of this device's.
 */
export async function readPast(
  disk: Disk,
  fence: Fence,
  path: string,
  historyPath: string,
  own: string,
): Promise<PastOnDisk> {
  const { file } = await readKept(disk, fence, path, historyPath)
  const folder = dirname(historyPath)
  const names = await disk.readdir(folder).catch((): string[] => [])
  const end = `${own}.ndjson`
  const beginning = basename(historyPath).slice(0, -end.length)
  const found = names
    .flatMap(name => foundAs(join(folder, name), name, beginning) ?? [])
    .sort((one, other) => Number(other.device === own) - Number(one.device === own) || other.until - one.until)
  const histories: (PastSource['histories'][number] & { readonly until: number })[] = []
  const copies: Uint8Array[] = []
  let left = HISTORY_READ_BYTES
  let unread = 0
  for (const one of [...found.filter(({ isCopy }) => !isCopy), ...found.filter(({ isCopy }) => isCopy)]) {
    const bytes = await readBounded(disk, one.path, Math.min(left, MAX_SIDECAR_BYTES), fence).catch(unlessProblem)
    left -= bytes?.byteLength ?? 0
    if (!bytes) unread++
    else if (one.isCopy) copies.push(bytes)
    else
      histories.push({ device: one.device, isCurrent: one.until === Number.POSITIVE_INFINITY, until: one.until, bytes })
  }
  histories.sort((one, other) => one.until - other.until)
  return {
    sidecar: file,
    histories: histories.map(({ device, isCurrent, bytes }) => ({ device, isCurrent, bytes })),
    copies,
    unread,
  }
}

/** What a name in the folder of histories stands for: `DEVICE.ndjson`, put aside `.until-TIME` or `.damaged-TIME`, and the copies of each. */
function foundAs(path: string, name: string, beginning: string): Found | undefined {
  if (!name.startsWith(beginning)) return undefined
  const parts = /^([a-z0-9]+)\.ndjson(?:\.(?:until|damaged)-(\d+))?(\.base(?:-\d+)?)?$/.exec(
    name.slice(beginning.length),
  )
  if (!parts) return undefined
  const [, device, until, copy] = parts
  return {
    path,
    device: device!,
    isCopy: copy !== undefined,
    until: until === undefined ? Number.POSITIVE_INFINITY : Number(until),
  }
}

function unlessProblem(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}

/** What a history, and what was put aside of it, began with, as far as it can be read. */
export async function readCopies(disk: Disk, fence: Fence, historyPath: string): Promise<Uint8Array[]> {
  const folder = dirname(historyPath)
  const names = await disk.readdir(folder).catch((): string[] => [])
  const copies: Uint8Array[] = []
  for (const name of names.filter(name => name.startsWith(`${basename(historyPath)}${COPY_END}`))) {
    const bytes = await readBounded(disk, join(folder, name), MAX_SIDECAR_BYTES, fence).catch(unlessProblem)
    if (bytes) copies.push(bytes)
  }
  return copies
}
