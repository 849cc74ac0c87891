import { devNull } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { JsonObject } from '../../shared/json/json.ts'
import { jsonOf, textOf } from '../../shared/json/rest.ts'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import type { FileClash } from '../../shared/merging/files/fileClash.ts'
import type { MergedFile, MergedKind } from '../../shared/merging/files/mergeFiles.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { words as en } from '../../shared/words/words.ts'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import type { MergeTasks } from '../work/mergeTasks.ts'
import type { Workbench } from '../work/workbench.ts'
import { sentenceOf } from './sentenceOf.ts'

/** What `stet merge --json` prints. */
export interface MergeReport {
  readonly format: 'stet-merge'
  readonly formatVersion: 1
  /** What the file is called. */
  readonly file: string
  readonly kind: MergedKind | null
  /** Whether all of both versions is in the result, and nothing stands in it twice. */
  readonly merged: boolean
  /** What both changed, each otherwise. */
  readonly contradictions: readonly FileClash[]
  /** What both began with couldn't be read: nothing counted as taken away. */
  readonly baseLost: boolean
  /** Why the two couldn't be merged by what they hold; null where they could. */
  readonly problem: ProblemNotice | null
  /** Whether there is a result: none where the versions can't stand between git's marks. */
  readonly written: boolean
}

/** Three files by their absolute paths, and what the result is called. */
export interface MergeAsked {
  readonly base: string
  readonly mine: string
  readonly theirs: string
  readonly file: string
}

/** Reads three versions of a file and merges them. Throws a Problem where one isn't there or can't be read at all. */
export async function mergeNamed(
  { base, mine, theirs, file }: MergeAsked,
  workbench: Pick<Workbench<MergeTasks>, 'run'>,
): Promise<{ readonly text: string | null; readonly report: MergeReport }> {
  const read = (path: string) => readBounded(disk, path, MAX_SIDECAR_BYTES)
  const merged = await workbench.run('mergeFiles', {
    base: base === devNull ? new Uint8Array() : await read(base),
    mine: await read(mine),
    theirs: await read(theirs),
  })
  return { text: merged.text, report: reportOf(file, merged) }
}

/** Puts a result in the place of a file, whole. Throws as `replaceFile` does. */
export async function writeMerged(out: string, text: string): Promise<void> {
  const fence = await raiseFence(disk, dirname(out))
  await replaceFile(disk, fence, join(fence.root, basename(out)), new TextEncoder().encode(text))
}

function reportOf(file: string, { kind, text, clashes, problem, baseLost }: MergedFile): MergeReport {
  const contradictions = jsonOf(clashes) as unknown as readonly FileClash[]
  return {
    ...{ format: 'stet-merge', formatVersion: 1, file, kind, merged: !problem && contradictions.length === 0 },
    ...{ contradictions, baseLost, problem, written: text !== null },
  }
}

/** What there is to be said of a merge, sentence by sentence. */
export function sentencesOf({ file, kind, contradictions, baseLost, problem, written }: MergeReport): string[] {
  const { left, whole, untouched, baseLost: lost } = en.commandLine.merging
  const why = problem && sentenceOf(problem)
  return [
    ...(baseLost ? [lost(file)] : []),
    ...contradictions.map(one => sentenceOfClash(file, one)),
    ...(why ? [written ? whole(file, why) : untouched(file, why)] : []),
    ...(contradictions.length > 0 ? [left(file, contradictions.length, kind !== 'facts')] : []),
  ]
}

function sentenceOfClash(file: string, { of, id, name, field, base, mine, theirs }: FileClash): string {
  const { things, thing, field: fieldOf, says, takenByMe, takenByThem } = en.commandLine.merging
  const what = of === 'file' ? '' : thing(things[of] ?? of, shortened(name), id)
  if (field === '' && base !== undefined && mine === undefined) return takenByMe(file, what)
  if (field === '' && base !== undefined && theirs === undefined) return takenByThem(file, what)
  const place = what === '' ? field : field === '' ? what : fieldOf(what, field)
  return says(file, place, shown(mine), shown(theirs))
}

function shown(value: FileClash['mine']): string {
  if (value === undefined) return en.commandLine.merging.nothing
  return shortened(textOf((value as JsonObject | null) ?? null))
}

/** Enough of a long value to know it by. */
function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`
}
const LONGEST = 80
