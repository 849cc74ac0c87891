import { basename, dirname, join } from 'node:path'
import { MAX_ARTICLE_BYTES, MAX_SIDECAR_BYTES } from '../../../shared/limits.ts'
import { Problem, type ProblemNotice } from '../../../shared/problems/problem.ts'
import { factsName, sidecarName } from '../../../shared/sidecar/names.ts'
import type { Disk } from '../../disk/disk.ts'
import { type Fence, insideFence } from '../../disk/fence.ts'
import { readBounded } from '../../disk/readBounded.ts'
import type { Indexed, ToIndex } from '../../work/indexEntries.ts'
import type { Workbench } from '../../work/workbench.ts'
import type { FoundArticle, FoundLayer } from '../listing.ts'

/** One article to look at, and which of its files: what the index knows already needs no reading. */
export interface Wanted {
  readonly found: FoundArticle
  readonly article: boolean
  readonly layer: FoundLayer | null
}

export interface FillParts {
  readonly disk: Disk
  readonly fence: Fence
  readonly workbench: Pick<Workbench, 'run'>
  readonly signal: AbortSignal
}

/** Articles handed to the worker at once: a message costs more than a short article does. */
const ARTICLES_A_TASK = 40
const BYTES_A_TASK = 4 * 1024 * 1024

/** Cuts a long list into tasks, none of them too many articles or bytes. A large article is a task of its own. */
export function* inTasks(wanted: readonly Wanted[]): Iterable<Wanted[]> {
  let task: Wanted[] = []
  let bytes = 0
  for (const one of wanted) {
    const size = (one.article ? one.found.bytes : 0) + (one.layer?.bytes ?? 0)
    if (task.length > 0 && (task.length >= ARTICLES_A_TASK || bytes + size > BYTES_A_TASK)) {
      yield task
      task = []
      bytes = 0
    }
    task.push(one)
    bytes += size
  }
  if (task.length > 0) yield task
}

/** Looks at the articles of one task, in the background. A file that breaks the worker is found and spoils no other. */
export async function lookAtAll(parts: FillParts, wanted: readonly Wanted[]): Promise<Indexed[]> {
  const { workbench, signal } = parts
  const read = await Promise.all(wanted.map(one => readOne(parts, one)))
  const files = read.map(({ file }) => file)
  try {
    const indexed = await workbench.run('indexEntries', { files }, { lane: 'background', signal })
    return indexed.map(({ article, layer }, i) => ({
      article: read[i]!.article ?? article,
      layer: read[i]!.layer ?? layer,
    }))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const notice = noticeOf(error)
    if (wanted.length === 1) return [{ article: wanted[0]!.article ? notice : null, layer: wanted[0]!.layer && notice }]
    // The bytes changed hands, so each file is read again for itself.
    const one = await inSequence(wanted, alone => lookAtAll(parts, [alone]))
    return one.flat()
  }
}

interface Read {
  readonly file: ToIndex
  /** Why a file could not be read, in its place. */
  readonly article: ProblemNotice | null
  readonly layer: ProblemNotice | null
}

async function readOne({ disk, fence }: FillParts, { found, article, layer }: Wanted): Promise<Read> {
  const path = join(fence.root, ...found.path.split('/'))
  // Most folders hold many articles; nothing is written here, so one look at the folder's way is enough for both files.
  const isInside = await orNotice(() => insideFence(disk, fence, path))
  const read = async (place: string, max: number) =>
    typeof isInside === 'string'
      ? orNotice(() => readBounded(disk, join(dirname(isInside), basename(place)), max))
      : isInside
  const bytes = article ? await read(path, MAX_ARTICLE_BYTES) : null
  const facts = article && found.facts ? await read(factsName(path), MAX_SIDECAR_BYTES) : null
  const layerBytes = layer ? await read(sidecarName(path, layer.annotator), MAX_SIDECAR_BYTES) : null
  return {
    file: { name: basename(path), article: bytesOr(bytes), facts: bytesOr(facts), layer: bytesOr(layerBytes) },
    article: noticeOr(bytes),
    layer: noticeOr(layerBytes),
  }
}

async function orNotice<T>(work: () => Promise<T>): Promise<T | ProblemNotice> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Problem) return noticeOf(error)
    if (error instanceof Error && 'code' in error)
      return { kind: 'cannot-read', detail: `The system answered ${String(error.code)}.` }
    throw error
  }
}

async function inSequence<T, R>(things: readonly T[], work: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const thing of things) results.push(await work(thing))
  return results
}

function noticeOf({ kind, detail }: Problem): ProblemNotice {
  return { kind, detail }
}

function bytesOr(value: Uint8Array | ProblemNotice | null): Uint8Array | null {
  return value instanceof Uint8Array ? value : null
}

function noticeOr(value: Uint8Array | ProblemNotice | null): ProblemNotice | null {
  return value instanceof Uint8Array ? null : value
}
