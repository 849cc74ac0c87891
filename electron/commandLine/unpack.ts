import { basename } from 'node:path'
import type { ColumnMap, Columns } from '../../shared/archives/archive.ts'
import { words as en } from '../../shared/words/words.ts'
import { disk } from '../disk/disk.ts'
import { explainReading } from '../disk/explain.ts'
import { raiseFence } from '../disk/fence.ts'
import { type UnpackBench, type UnpackDone, Unpacking, type UnpackProgress } from '../workspace/unpack.ts'
import { nowAndThen } from './nowAndThen.ts'
import type { AskedUnpack } from './unpackWords.ts'
import { WrongUsage } from './wrongUsage.ts'

/** What `stet unpack --json` prints. Counts are of articles; paths are inside the workspace, with `/`. */
export interface UnpackReport {
  readonly format: 'stet-unpack'
  readonly formatVersion: 1
  readonly archive: string
  /** The kind, with the version of its rules. */
  readonly kind: string
  readonly found: number
  readonly written: readonly { readonly path: string; readonly key: string; readonly title: string }[]
  /** How many were there already. */
  readonly there: number
  /** Those that are there with another text. */
  readonly differ: UnpackDone['differ']
  readonly unread: UnpackDone['unreadable']
  /** What stopped it; null where nothing did. */
  readonly problem: UnpackDone['problem']
}

/** Unpacks an archive into a workspace. Throws a Problem where it can't be read at all, or the workspace isn't there. */
export async function unpack(
  asked: AskedUnpack,
  startBench: () => UnpackBench,
  progress: (line: string) => void,
): Promise<{ readonly report: UnpackReport; readonly line: string }> {
  const fence = await raiseFence(disk, asked.to)
  const path = await disk.realpath(asked.path).catch(explainReading)
  const unpacking = await Unpacking.open(path, { disk, fence, startBench, now: () => new Date() })
  try {
    const meant = mapOf(asked, unpacking.columns)
    const { into: folder, pattern, differing } = asked
    const done = await unpacking.write({ meant, folder, pattern, differing }, { told: telling(progress) })
    const { file: archive, archive: opened } = unpacking
    const report: UnpackReport = {
      ...{ format: 'stet-unpack', formatVersion: 1, archive, kind: opened.format, found: done.found },
      written: done.written.map(({ path, key, title }) => ({ path, key, title })),
      ...{ there: done.there, differ: done.differ, unread: done.unreadable, problem: done.problem },
    }
    return { report, line: en.commandLine.unpacked(archive, basename(asked.to), countsOf(report)) }
  } finally {
    await unpacking.close()
  }
}

function countsOf({ found, written, there, differ, unread }: UnpackReport) {
  return { found, there, written: written.length, differ: differ.length, unread: unread.length }
}

function telling(progress: (line: string) => void): (progress: UnpackProgress) => void {
  const tell = nowAndThen(progress)
  return ({ found, reached, byteLength }) =>
    tell(() => en.commandLine.unpacking(found, byteLength === 0 ? 1 : reached / byteLength))
}

/** The columns that were named in place of those that are guessed. Throws `WrongUsage` for one that there isn't. */
function mapOf({ columns: named }: AskedUnpack, columns: Columns | null): ColumnMap | null {
  if (named.size === 0) return null
  if (!columns) throw new WrongUsage(en.commandLine.noTable)
  const places = [...named].map(([part, said]) => [part, said.map(one => placeOf(one, columns.names))] as const)
  return { ...columns.guess, ...Object.fromEntries(places) }
}

function placeOf(said: string, names: readonly string[]): number {
  const named = names.indexOf(said)
  const place = named >= 0 ? named : /^[1-9]\d*$/.test(said) ? Number(said) - 1 : -1
  if (place >= 0 && place < names.length) return place
  throw new WrongUsage(en.commandLine.unknownColumn(said, names.map((name, i) => `${i + 1} ${name}`).join(', ')))
}
