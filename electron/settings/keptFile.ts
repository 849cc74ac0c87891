import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type * as z from 'zod'
import { Problem } from '../../shared/problems/problem.ts'
import { type Disk, disk as realDisk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { moveFile } from '../disk/moveFile.ts'
import { readBounded } from '../disk/readBounded.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import { salvage } from './salvage.ts'

/**
 * One small JSON file of the profile folder, held in memory and replaced whole.
 *
 * It always has a value. A field that can't be read has its default; the file
 * as it was is then set aside under another name, and `damaged` says so. Keys
 * that aren't known are kept.
 */
export interface KeptFile<T> extends Settling {
  readonly value: T
  readonly damaged: boolean
  /** Changes the value at once; resolves when the file holds it, or throws a Problem. */
  change(parts: Partial<T>): Promise<void>
}

/** Something that is kept on disk. */
export interface Settling {
  /** Resolves once nothing is being written, well or not. */
  settled(): Promise<void>
}

/** Settings are a few kilobytes; remembered places are the most of it. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024

/** Opens `name` in the profile folder. Every field of the schema has a default. */
export async function openKeptFile<S extends z.ZodRawShape>(
  profile: Fence,
  name: string,
  schema: z.ZodObject<S>,
  disk: Disk = realDisk,
): Promise<KeptFile<z.infer<z.ZodObject<S>>>> {
  type Value = z.infer<z.ZodObject<S>>
  const path = join(profile.root, name)
  const salvaged = salvage(schema, await read(disk, path))
  if (salvaged.damaged) await setAside(disk, profile, name)

  let value = salvaged.value as Value
  let due: Promise<void> | null = null
  let last: Promise<void> = Promise.resolve()
  const write = () => {
    due = null
    return replaceFile(disk, profile, path, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`))
  }
  return {
    get value() {
      return value
    },
    damaged: salvaged.damaged,
    change(parts) {
      value = { ...value, ...parts }
      // Changes that come during a write share the next one.
      due ??= last.catch(() => {}).then(write)
      last = due
      return due
    },
    settled: () => last.catch(() => {}),
  }
}

/** The text of the file, null where there is none, and no JSON at all where it can't be read. */
async function read(disk: Disk, path: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await readBounded(disk, path, MAX_KEPT_BYTES))
  } catch (error) {
    if (error instanceof Problem) return error.kind === 'not-there' ? null : ''
    throw error
  }
}

/** Gives a damaged file another name, `settings.damaged-….json`. Where the disk refuses, the next write tells. */
async function setAside(disk: Disk, profile: Fence, name: string): Promise<void> {
  const aside = name.replace(/\.json$/, `.damaged-${randomUUID()}.json`)
  await moveFile(disk, profile, join(profile.root, name), join(profile.root, aside)).catch(() => {})
}
