import { basename, dirname, join } from 'node:path'
import { MAX_ARTICLE_BYTES, MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { factsName, sidecarName } from '../../shared/sidecar/names.ts'
import type { Disk } from '../disk/disk.ts'
import { type Fence, insideFence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { LayerToTake, SearchTasks, TextToTake } from '../work/searchTasks.ts'
import type { Workbench } from '../work/workbench.ts'
import type { FoundArticle, FoundLayer } from '../workspace/listing.ts'

/** A file that the search's worker may lack, by the key under which it keeps it. */
export type WantedFile =
  | { readonly kind: 'text'; readonly found: FoundArticle; readonly facts: FoundLayer | null }
  | { readonly kind: 'layer'; readonly article: string; readonly layer: FoundLayer; readonly text: string }

/** What a text is kept under: it holds for files of just this size and date. */
export function textKey({ path, bytes, mtimeMs }: FoundArticle, facts: FoundLayer | null): string {
  return ['text', path, bytes, mtimeMs, facts?.bytes ?? '', facts?.mtimeMs ?? ''].join('\n')
}

/** What a layer is kept under; it was placed in the text of that key. */
export function layerKey(path: string, { annotator, bytes, mtimeMs }: FoundLayer, text: string): string {
  return ['layer', path, annotator, bytes, mtimeMs, text].join('\n')
}

export interface SearchFilesParts {
  readonly disk: Disk
  readonly fence: Fence
  readonly bench: Pick<Workbench<SearchTasks>, 'run'>
}

/** Handed to the worker at once: a message costs more than a short article does. */
const FILES_A_TASK = 40
const BYTES_A_TASK = 4 * 1024 * 1024
/** Tasks that are read or taken at the same time, so that disk and worker both have something to do. */
const TASKS_UNDER_WAY = 3

/**
 * Reads files and hands them to the worker, texts before the layers that are
 * placed in them. A file that can't be read, or that breaks the worker, is kept
 * there as one that couldn't be read.
 */
export async function handOverFiles(
  parts: SearchFilesParts,
  wanted: ReadonlyMap<string, WantedFile>,
  isOver: () => boolean,
): Promise<void> {
  for (const kind of ['text', 'layer'] as const) {
    const files = [...wanted].filter(([, file]) => file.kind === kind)
    const tasks = inTasks(files)[Symbol.iterator]()
    const work = async () => {
      for (let next = tasks.next(); !next.done && !isOver(); next = tasks.next()) await take(parts, next.value)
    }
    await Promise.all(Array.from({ length: TASKS_UNDER_WAY }, work))
  }
}

type Keyed = readonly [key: string, file: WantedFile]

function* inTasks(files: readonly Keyed[]): Iterable<Keyed[]> {
  let task: Keyed[] = []
  let bytes = 0
  for (const one of files) {
    const size = sizeOf(one[1])
    if (task.length > 0 && (task.length >= FILES_A_TASK || bytes + size > BYTES_A_TASK)) {
      yield task
      task = []
      bytes = 0
    }
    task.push(one)
    bytes += size
  }
  if (task.length > 0) yield task
}

function sizeOf(file: WantedFile): number {
  return file.kind === 'text' ? file.found.bytes + (file.facts?.bytes ?? 0) : file.layer.bytes
}

async function take(parts: SearchFilesParts, files: readonly Keyed[]): Promise<void> {
  const read = await Promise.all(files.map(([key, file]) => readOne(parts, key, file)))
  try {
    await parts.bench.run('take', { texts: read.flatMap(textIn), layers: read.flatMap(layerIn) })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    // One of them broke the worker, and the bytes have changed hands: each is tried for itself.
    if (files.length > 1) for (const file of files) await take(parts, [file])
    else
      await parts.bench.run('take', {
        texts: read.flatMap(textIn).map(empty),
        layers: read.flatMap(layerIn).map(empty),
      })
  }
}

type Read = { readonly text: TextToTake } | { readonly layer: LayerToTake }

const textIn = (read: Read) => ('text' in read ? [read.text] : [])
const layerIn = (read: Read) => ('layer' in read ? [read.layer] : [])
const empty = <T extends { readonly bytes: Uint8Array | null }>(file: T): T => ({ ...file, bytes: null })

async function readOne({ disk, fence }: SearchFilesParts, key: string, file: WantedFile): Promise<Read> {
  const path = join(fence.root, ...(file.kind === 'text' ? file.found.path : file.article).split('/'))
  // Nothing is written here, so one look at the folder's way is enough for all of an article's files.
  const place = await insideFence(disk, fence, path).catch(() => null)
  const read = async (name: string, max: number) =>
    place === null ? null : readBounded(disk, join(dirname(place), name), max).catch(orNull)
  const name = basename(path)
  if (file.kind === 'layer') {
    const bytes = await read(sidecarName(name, file.layer.annotator), MAX_SIDECAR_BYTES)
    return { layer: { key, text: file.text, bytes } }
  }
  const facts = file.facts && (await read(factsName(name), MAX_SIDECAR_BYTES))
  return { text: { key, name, bytes: await read(name, MAX_ARTICLE_BYTES), facts } }
}

function orNull(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}
