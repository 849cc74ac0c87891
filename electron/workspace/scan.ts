import type { Stats } from 'node:fs'
import { join } from 'node:path'
import { MAX_ARTICLES, MAX_FOLDER_DEPTH } from '../../shared/limits.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import { isDraft } from '../disk/draft.ts'
import { codeOf } from '../disk/explain.ts'
import { inTurns } from '../disk/inTurns.ts'
import { strangeness } from '../disk/ordinaryFile.ts'
import { articleOf, type Entry, isPassedOver, Listing } from './listing.ts'

/** A workspace as it lies on the disk: names, sizes and dates, nothing opened. */
export interface Scanned {
  /** By folder, inside the workspace, with `/`; '' is the workspace itself. */
  readonly listings: Map<string, Listing>
  /** Folders that could not be listed, by folder. */
  readonly problems: Map<string, ProblemNotice>
  /** What a crash left, as absolute paths. */
  readonly drafts: string[]
}

/** How one folder was found. */
export type FolderFound =
  | { readonly listing: Listing; readonly drafts: readonly string[] }
  | { readonly problem: ProblemNotice }
  | { readonly isGone: true }

/** Looks at so many things at once: enough to keep the disk busy, few enough that a list of a hundred thousand costs no memory. */
const AT_ONCE = 64
/** Folders are few, and each of them looks at many things by itself. */
const FOLDERS_AT_ONCE = 4

/**
 * Lists everything in and below a folder of the workspace. No link is followed,
 * nothing is opened, and hidden folders are passed over. A folder that can't be
 * listed is a problem of its own; the rest is listed all the same. Each folder
 * is entered before it is listed.
 */
export async function scan(
  disk: Disk,
  root: string,
  from = '',
  enter: (folder: string) => void = () => {},
): Promise<Scanned> {
  const listings = new Map<string, Listing>()
  const problems = new Map<string, ProblemNotice>()
  const drafts: string[] = []
  let room = MAX_ARTICLES
  let level = [from]
  for (let depth = from === '' ? 0 : from.split('/').length; level.length > 0; depth++) {
    const below: string[] = []
    await inTurns(level, FOLDERS_AT_ONCE, async folder => {
      if (depth > MAX_FOLDER_DEPTH)
        return void problems.set(folder, unlisted(folder, `It lies more than ${MAX_FOLDER_DEPTH} folders deep.`))
      enter(folder)
      const found = await scanFolder(disk, root, folder, room)
      if ('isGone' in found) return
      if ('problem' in found) return void problems.set(folder, found.problem)
      room -= found.listing.names().length
      listings.set(folder, found.listing)
      drafts.push(...found.drafts)
      below.push(...found.listing.subfolders())
    })
    level = below
  }
  return { listings, problems, drafts }
}

/** Lists one folder, without what lies below its subfolders; at most `room` articles, or it is a problem. */
export async function scanFolder(disk: Disk, root: string, folder: string, room = MAX_ARTICLES): Promise<FolderFound> {
  const absolute = join(root, folder)
  let names: string[]
  try {
    // A folder that has become a link meanwhile leads elsewhere.
    if (!(await disk.lstat(absolute)).isDirectory()) return { isGone: true }
    names = await disk.readdir(absolute)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return { isGone: true }
    if (code === null) throw error
    return { problem: unlisted(folder, `The system answered ${code}.`) }
  }
  const shown = names.filter(name => !isPassedOver(name))
  // What stands beside articles counts for nothing: an article may have a layer of each of many people.
  if (shown.length > room && shown.filter(name => articleOf(name) === name).length > room) {
    const { detail } = unlisted(folder, `Stet lists at most ${MAX_ARTICLES} files.`)
    return { problem: { kind: 'too-many-files', detail } }
  }
  const entries: (readonly [string, Entry])[] = []
  await inTurns(shown, AT_ONCE, async name => {
    const entry = await lookAt(disk, absolute, name)
    if (entry) entries.push([name, entry])
  })
  return { listing: new Listing(folder, entries), drafts: names.filter(isDraft).map(name => join(absolute, name)) }
}

/** What stands under a name; null for nothing. */
export async function lookAt(disk: Disk, absoluteFolder: string, name: string): Promise<Entry | null> {
  try {
    return entryOf(await disk.lstat(join(absoluteFolder, name)))
  } catch (error) {
    const code = codeOf(error)
    // A name that isn't text comes with U+FFFD in it, and nothing is found under that.
    if (code === 'ENOENT' && name.includes('\ufffd')) return unreadable('Its name is not valid text.')
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    if (code === null) throw error
    return unreadable(`The system answered ${code}.`)
  }
}

function entryOf(found: Stats): Entry {
  if (found.isFile()) return { kind: 'file', bytes: found.size, mtimeMs: found.mtimeMs }
  if (found.isDirectory()) return { kind: 'folder' }
  return { kind: 'other', problem: { kind: 'not-a-file', detail: strangeness(found) ?? '' } }
}

function unreadable(detail: string): Entry {
  return { kind: 'other', problem: { kind: 'cannot-read', detail } }
}

function unlisted(folder: string, why: string): ProblemNotice {
  return { kind: 'folder-unreadable', detail: folder === '' ? why : `${folder}: ${why}` }
}
