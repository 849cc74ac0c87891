import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import { writeAll } from '../disk/draft.ts'
import { codeOf } from '../disk/explain.ts'
import { type Fence, insideFence, makeFolder } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { ProcessName } from './processes.ts'

/** Who has a layer open for writing, as a file beside its history says it while it is so. */
export interface Owner {
  /** Of this one opening: another for each. */
  readonly token: string
  readonly process: ProcessName
  /** What the device is called in histories. */
  readonly device: string
  /** ISO 8601. */
  readonly since: string
}

/** Where such a file stands. */
export interface OwnerPlace {
  readonly disk: Disk
  readonly fence: Fence
  /** Absolute, inside the fence, two folders below its root. */
  readonly path: string
}

/** It holds a few short words. */
const MAX_BYTES = 4096
/** Characters of a word in it. */
const LONGEST = 200
/** One that is being written is whole after this at the latest, or its writer stopped in between. */
const WRITTEN_AFTER_MS = 2_000
const LOOK_AGAIN_MS = 5
/** How the name begins that a file has while it is taken away. */
const ASIDE = '.gone-'

/** Who the file names; null where there is none, or what stands there was never finished. Throws what the disk says. */
export async function readOwner(place: OwnerPlace): Promise<Owner | null> {
  const { disk, fence, path } = place
  for (;;) {
    try {
      const owner = ownerIn(new TextDecoder().decode(await readBounded(disk, path, MAX_BYTES, fence)))
      if (owner) return owner
      const { mtimeMs } = await disk.lstat(path)
      if (Math.abs(Date.now() - mtimeMs) > WRITTEN_AFTER_MS) return null
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || (error instanceof Problem && error.kind === 'not-there')) return null
      throw error
    }
    await pause(LOOK_AGAIN_MS)
  }
}

/** Whether something failed only since whoever leaves takes empty folders away: that isn't a disk that takes no such file. */
export function isFolderGone(error: unknown): boolean {
  return codeOf(error instanceof Problem ? error.cause : error) === 'ENOENT'
}

/** Makes the file, unless one is there. Resolves to whether it was made. Nothing is synced: after a power cut nobody has the layer. */
export async function makeOwner({ disk, fence, path }: OwnerPlace, owner: Owner): Promise<boolean> {
  const folder = dirname(path)
  // What histories will stand in is made to last, as always; this folder needn't, and comes and goes with every article.
  await makeFolder(disk, fence, dirname(folder))
  await disk.mkdir(folder).catch(error => {
    if (codeOf(error) !== 'EEXIST') throw error
  })
  const place = await insideFence(disk, fence, path)
  const file = await disk.open(place, 'wx').catch(error => {
    if (codeOf(error) === 'EEXIST') return null
    throw error
  })
  if (!file) return false
  try {
    await writeAll(file, new TextEncoder().encode(`${JSON.stringify(spelled(owner))}\n`), 0)
  } catch (error) {
    await disk.rm(place, { force: true }).catch(() => {})
    throw error
  } finally {
    await file.close()
  }
  return true
}

/**
 * Takes away the file of an owner who is gone (null: one that nobody finished),
 * and no other's: one that came in its place meanwhile is put back. It is
 * `kept` aside where whoever has the layer next must know of it: that needn't
 * be who takes it away.
 */
export async function removeOwner(place: OwnerPlace, gone: Owner | null, kept: boolean): Promise<void> {
  const { disk, fence, path } = place
  const there = await insideFence(disk, fence, path)
  const aside = join(dirname(there), `${ASIDE}${basename(path)}-${randomUUID()}`)
  try {
    await disk.rename(there, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  const found = await readOwner({ ...place, path: aside }).catch(() => null)
  // Where it can't be given its name again, whoever it names sees that within a second, and makes it anew.
  if (found && found.token !== gone?.token) await disk.link(aside, there).catch(() => {})
  else if (found && kept) return
  await disk.rm(aside, { force: true })
}

/** Owners of a layer whose files were kept aside, each with what takes its file away. */
export async function ownersAside({ disk, fence, path }: OwnerPlace) {
  const folder = dirname(await insideFence(disk, fence, path))
  const names = (await disk.readdir(folder)).filter(name => name.startsWith(`${ASIDE}${basename(path)}-`))
  const found: { owner: Owner; forget: () => Promise<void> }[] = []
  for (const name of names) {
    const aside = join(folder, name)
    const owner = await readOwner({ disk, fence, path: aside }).catch(() => null)
    if (owner) found.push({ owner, forget: () => disk.rm(aside, { force: true }) })
  }
  return found
}

/** Takes away one's own file, and the folders that are empty then: whoever only looked leaves nothing behind. */
export async function leaveOwner(place: OwnerPlace, owner: Owner): Promise<void> {
  const { disk, fence, path } = place
  const found = await readOwner(place)
  // Nobody takes the place of one who lives, but by a person's word; whoever came so at this instant makes their file anew.
  if (found?.token === owner.token) await disk.rm(await insideFence(disk, fence, path), { force: true })
  const folder = dirname(path)
  await sweep(place, folder).catch(() => {})
  for (const empty of [folder, dirname(folder)]) await disk.rmdir(empty).catch(() => {})
}

/** Takes away what programs left that died while they took away an owner's file. One that names an owner is for who has that layer next. */
async function sweep({ disk, fence }: OwnerPlace, folder: string): Promise<void> {
  for (const name of await disk.readdir(folder)) {
    if (!name.startsWith(ASIDE)) continue
    const aside = join(folder, name)
    const { ctimeMs } = await disk.lstat(aside)
    if (Math.abs(Date.now() - ctimeMs) <= WRITTEN_AFTER_MS) continue
    if (!(await readOwner({ disk, fence, path: aside }))) await disk.rm(aside, { force: true })
  }
}

function spelled({ token, process, device, since }: Owner) {
  const { computer, machine, table, pid, started } = process
  return { format: 'stet-owner', token, computer: shown(computer), machine, table, pid, started, device, since }
}

/** Null for anything that we didn't write. */
function ownerIn(text: string): Owner | null {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof found !== 'object' || found === null) return null
  const said = found as Readonly<Record<string, unknown>>
  const word = (name: string) => {
    const value = said[name]
    return typeof value === 'string' && value.length <= LONGEST ? value : null
  }
  const [token, computer, machine, table] = [word('token'), word('computer'), word('machine'), word('table')]
  const [started, device, since, pid] = [word('started'), word('device'), word('since'), said['pid']]
  if (said['format'] !== 'stet-owner' || token === null || computer === null || machine === null) return null
  if (table === null || started === null || !device || !/^[a-z0-9]+$/.test(device)) return null
  if (since === null || Number.isNaN(Date.parse(since)) || !Number.isSafeInteger(pid) || Number(pid) <= 0) return null
  const process = { computer: shown(computer), machine, table, pid: Number(pid), started }
  return { token, process, device, since: new Date(since).toISOString() }
}

/** A name as it may stand in a sentence: what can't be seen is left out. */
function shown(name: string): string {
  return name
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, 80)
}
