import { Problem } from '../../shared/problems/problem.ts'
import type { FilesToRead, MyLayer, SearchTasks } from '../work/searchTasks.ts'
import type { Workbench } from '../work/workbench.ts'
import type { FoundArticle, FoundLayer } from '../workspace/listing.ts'

/** A file that the search's worker may lack, by the key under which it keeps it. */
export type WantedFile =
  | { readonly kind: 'text'; readonly found: FoundArticle; readonly facts: FoundLayer | null }
  | {
      readonly kind: 'layer'
      readonly article: string
      readonly layer: FoundLayer
      readonly text: string
      /** Whose history, on which device, may go beyond the file; null for somebody else's layer. */
      readonly mine: MyLayer | null
    }

/** What a text is kept under: it holds for files of just this size and date. */
export function textKey({ path, bytes, mtimeMs }: FoundArticle, facts: FoundLayer | null): string {
  return ['text', path, bytes, mtimeMs, facts?.bytes ?? '', facts?.mtimeMs ?? ''].join('\n')
}

/** What a layer is kept under; it was placed in the text of that key. */
export function layerKey(path: string, { annotator, bytes, mtimeMs }: FoundLayer, text: string): string {
  return ['layer', path, annotator, bytes, mtimeMs, text].join('\n')
}

export interface SearchFilesParts {
  /** The workspace's real path. */
  readonly root: string
  readonly bench: Pick<Workbench<SearchTasks>, 'run'>
}

/** Read by the worker at once: a message costs more than a short article does, and others wait for no task. */
const FILES_A_TASK = 100
const BYTES_A_TASK = 2 * 1024 * 1024
/** Tasks on the way to the worker, so that it never waits for the next. */
const TASKS_UNDER_WAY = 2

/**
 * Has the worker read files, texts before the layers that are placed in them. A
 * file that can't be read, or that breaks the worker, is kept there as one that
 * couldn't be read.
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
      for (let next = tasks.next(); !next.done && !isOver(); next = tasks.next()) await read(parts, next.value)
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

/** How many bytes a file has. */
export function sizeOf(file: WantedFile): number {
  return file.kind === 'text' ? file.found.bytes + (file.facts?.bytes ?? 0) : file.layer.bytes
}

async function read(parts: SearchFilesParts, files: readonly Keyed[]): Promise<void> {
  const { root, bench } = parts
  try {
    await bench.run('read', { root, texts: files.flatMap(textIn), layers: files.flatMap(layerIn) })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    // One of them broke the worker: each is tried for itself.
    if (files.length > 1) for (const file of files) await read(parts, [file])
    else await bench.run('take', { texts: files.flatMap(textIn).map(empty), layers: files.flatMap(layerIn).map(empty) })
  }
}

function textIn([key, file]: Keyed): FilesToRead['texts'][number][] {
  return file.kind === 'text' ? [{ key, path: file.found.path, hasFacts: file.facts !== null }] : []
}

function layerIn([key, file]: Keyed): FilesToRead['layers'][number][] {
  if (file.kind !== 'layer') return []
  return [{ key, text: file.text, path: file.article, annotator: file.layer.annotator, mine: file.mine }]
}

function empty<T extends object>(file: T): T & { name: string; bytes: null; facts: null } {
  return { ...file, name: '', bytes: null, facts: null }
}
