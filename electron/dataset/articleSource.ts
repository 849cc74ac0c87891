import { basename, join } from 'node:path'
import { MAX_ARTICLE_BYTES, MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { factsName, sidecarName } from '../../shared/sidecar/names.ts'
import type { Disk } from '../disk/disk.ts'
import { explainReading } from '../disk/explain.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { DatasetSource, NotTaken } from '../work/datasetArticle.ts'
import type { FoundArticle } from '../workspace/listing.ts'

/** The files of an article and of its layers, as a worker makes an article of a dataset of them; or why they can't be read. */
export async function sourceOf(disk: Disk, fence: Fence, article: FoundArticle): Promise<DatasetSource | NotTaken> {
  const { path, problem, layers, facts } = article
  const untaken = (problem: ProblemNotice): NotTaken => ({ path, annotator: null, id: '', why: 'problem', problem })
  if (problem) return untaken(problem)
  const file = join(fence.root, ...path.split('/'))
  const read = (name: string) => readBounded(disk, name, MAX_SIDECAR_BYTES, fence)
  try {
    return {
      ...{ path, name: basename(path), bytes: await readBounded(disk, file, MAX_ARTICLE_BYTES, fence) },
      facts: facts && (await read(factsName(file))),
      layers: await Promise.all(
        layers.map(async ({ annotator }) => ({ annotator, bytes: await read(sidecarName(file, annotator)) })),
      ),
    }
  } catch (error) {
    if (!(error instanceof Problem)) return explainReading(error)
    return untaken({ kind: error.kind, detail: error.detail })
  }
}

/** What `sourceOf` gives, article by article: the files of the next are read while somebody works on this one. */
export async function* sourcesOf(
  disk: Disk,
  fence: Fence,
  articles: readonly FoundArticle[],
): AsyncGenerator<DatasetSource | NotTaken> {
  const begin = (article: FoundArticle | undefined) => {
    const coming = article && sourceOf(disk, fence, article)
    // It may fail before anybody waits for it: it is heard then.
    coming?.catch(() => {})
    return coming
  }
  let coming = begin(articles[0])
  for (let next = 1; coming; next++) {
    const source = await coming
    coming = begin(articles[next])
    yield source
  }
}

/** What a worker makes of an article. An article that nobody can read costs the worker, and with it what was being made: the Problem names it. */
export async function ofArticle<T>(path: string, made: Promise<T>): Promise<T> {
  try {
    return await made
  } catch (error) {
    if (error instanceof Problem) throw new Problem(error.kind, `${path}: ${error.detail}`, { cause: error })
    throw error
  }
}
