import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Disk, disk as realDisk } from '../../electron/disk/disk.ts'
import { raiseFence } from '../../electron/disk/fence.ts'
import { LayersInUse } from '../../electron/saving/layersInUse.ts'
import { OpenArticle } from '../../electron/saving/openArticle.ts'
import { OpenProject } from '../../electron/saving/openProject.ts'
import type { LayerHead } from '../../shared/contract/contract.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { inlineBenches } from './inline.ts'
import { annotationOf, articles } from './world.ts'

/** Who is at work, and from where. */
export interface Who {
  readonly id: string
  readonly device: string
  /** Which layers its program has open; left out, none yet. */
  readonly inUse?: LayersInUse
  /** Told when the layer can be had, or was taken. */
  readonly passed?: (now: 'free' | 'taken') => void
  readonly disk?: Disk
  /** Told of every trouble. */
  readonly trouble?: (problem: ProblemNotice) => void
}

export const ada: Who = { id: 'ada', device: 'here' }

/** A new folder with the article `a.txt` in it. */
export async function newFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'stet-faults-')))
  await writeFile(join(folder, 'a.txt'), articles['a.txt']!)
  return folder
}

/** Does something in a folder of its own, which is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await newFolder()
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Opens `a.txt` of a folder, with the layer, by the program's own saving and no desk. */
export async function openLayer(
  folder: string,
  { id, device, disk = realDisk, trouble, inUse = new LayersInUse(), passed }: Who,
) {
  const article = await OpenArticle.open('a.txt', {
    ...{ disk, fence: await raiseFence(realDisk, folder), workbench: inlineBenches.workbench, device },
    annotator: { id, name: id, key: `${id}-key` },
    codebook: () => ({ id: 'stet-default', version: 1, hash: '0'.repeat(64) }),
    inUse,
    passed,
    now: () => new Date(),
    told: ({ problem }) => {
      if (problem) trouble?.(problem)
    },
  })
  const head = await article.openLayer()
  return { article, head, notes: () => notesIn(article, head) }
}

/** Notes of a layer as it was opened, by the id of what they stand at; unplaced ones too. */
function notesIn(article: OpenArticle, head: LayerHead): Map<string, string> {
  const placed = head.pieces.flatMap((_, piece) => JSON.parse(article.piece(piece)) as { id: string; note?: string }[])
  const unplaced = JSON.parse(head.unplaced) as { id: string; note?: string }[]
  return new Map([...placed, ...unplaced].map(({ id, note = '' }) => [id, note]))
}

/** Opens the project of a folder by the program's own saving. */
export async function openProject(folder: string, { device, disk = realDisk }: Who): Promise<OpenProject> {
  return OpenProject.open({
    ...{ disk, fence: await raiseFence(realDisk, folder), workbench: inlineBenches.workbench, device, name: 'faults' },
    now: () => new Date(),
    failed: error => {
      throw error
    },
  })
}

/** An annotation as an edit. */
export function put(id: string, word: string, note = '') {
  return { kind: 'put', annotation: annotationOf('a.txt', word, id, note) } as const
}

/** What the program said in a Problem, by its kind; anything else is a bug and passes. */
export function kindOf(error: unknown): string {
  if (error instanceof Error && error.name === 'Problem') return (error as Error & { kind: string }).kind
  throw error
}
