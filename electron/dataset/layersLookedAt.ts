import { join } from 'node:path'
import type { Status } from '../../shared/annotation/annotation.ts'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import type { Sealed } from '../../shared/organise/sealed.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import type { Disk } from '../disk/disk.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { LookedAtLayer } from '../work/reviewTasks.ts'
import type { FoundLayer } from '../workspace/listing.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import type { DatasetBench } from './exportDataset.ts'

/** What the layers of one annotator say of themselves, added up. */
export interface AnnotatorsLayers {
  readonly annotator: string
  /** As the first of their layers says that can be read; their id where none does. */
  readonly name: string
  readonly articles: number
  readonly statuses: Record<Status, number>
  readonly unread: number
  /** How many of their annotations came from a dataset of others. */
  readonly imported: number
  /** Whether all that can be read were made by answers. */
  readonly isOfAnswers: boolean
}

/** So many files are looked at together: a message costs more than a short file does. */
const FILES_A_BATCH = 32

/**
 * Whose layers there are in a workspace, by id, without those that are sealed;
 * and what of them can't be read. Only what has changed since `known` was filled is read.
 */
export async function layersLookedAt(
  workspace: Pick<OpenWorkspace, 'fence' | 'found' | 'openable'>,
  { disk, bench }: { readonly disk: Disk; readonly bench: DatasetBench },
  sealed: Sealed,
  known: Map<string, LookedAtLayer | { readonly problem: ProblemNotice }> = new Map(),
) {
  const { fence } = workspace
  const all = workspace
    .openable()
    .flatMap(path =>
      (workspace.found(path)?.article.layers ?? []).map(layer => ({ path, layer, key: keyOf(path, layer) })),
    )
    .filter(({ path, layer }) => !sealed.hides(path, layer.annotator))
  const lacking = all.filter(({ key }) => !known.has(key))
  for (let at = 0; at < lacking.length; at += FILES_A_BATCH) {
    const batch = lacking.slice(at, at + FILES_A_BATCH)
    const files: { readonly key: string; readonly bytes: Uint8Array }[] = []
    for (const { path, layer, key } of batch) {
      const place = sidecarName(join(fence.root, ...path.split('/')), layer.annotator)
      const bytes = await readBounded(disk, place, MAX_SIDECAR_BYTES, fence).catch(asNotice)
      if (bytes instanceof Uint8Array) files.push({ key, bytes })
      else known.set(key, { problem: bytes })
    }
    const looked = await bench.run('lookAtLayers', { files: files.map(({ bytes }) => bytes) })
    for (const [i, { key }] of files.entries()) known.set(key, looked[i]!)
  }
  const present = new Set(all.map(({ key }) => key))
  for (const key of known.keys()) if (!present.has(key)) known.delete(key)
  return added(all.map(({ path, layer, key }) => ({ path, annotator: layer.annotator, said: known.get(key)! })))
}

function added(
  all: readonly {
    readonly path: string
    readonly annotator: string
    readonly said: LookedAtLayer | { readonly problem: ProblemNotice }
  }[],
) {
  const unread = all.flatMap(({ path, annotator, said }) =>
    'problem' in said ? [{ path, annotator, problem: said.problem }] : [],
  )
  const annotators = [...new Set(all.map(({ annotator }) => annotator))].sort()
  const layers = annotators.map((annotator): AnnotatorsLayers => {
    const theirs = all.filter(one => one.annotator === annotator).map(({ said }) => said)
    const read = theirs.flatMap(said => ('problem' in said ? [] : [said]))
    const statuses = { 'in-progress': 0, done: 0, adjudicated: 0 }
    for (const { status } of read) statuses[status]++
    return {
      ...{ annotator, name: read[0]?.name ?? annotator, articles: theirs.length, statuses },
      unread: theirs.length - read.length,
      imported: read.reduce((sum, { imported }) => sum + imported, 0),
      isOfAnswers: read.length > 0 && read.every(({ isOfAnswers }) => isOfAnswers),
    }
  })
  return { layers, unread }
}

function keyOf(path: string, { annotator, bytes, mtimeMs }: FoundLayer): string {
  return JSON.stringify([path, annotator, bytes, mtimeMs])
}

function asNotice(error: unknown): ProblemNotice {
  if (error instanceof Problem) return { kind: error.kind, detail: error.detail }
  throw error
}
