import { join } from 'node:path'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Project } from '../../shared/project/project.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { FoundArticle } from '../workspace/listing.ts'
import type { DatasetBench } from './exportDataset.ts'

interface Ground {
  readonly disk: Disk
  readonly fence: Fence
  readonly bench: DatasetBench
}

/** Whose layers a workspace has, sorted by id: as the project calls them, else as one of their files does, and how many articles have one. */
export async function namesOfLayers(articles: readonly FoundArticle[], project: Project, ground: Ground) {
  const named = new Map(project.people.map(({ id, name }) => [id, name]))
  const counts = new Map<string, number>()
  for (const { path, layers } of articles)
    for (const { annotator } of layers) {
      counts.set(annotator, (counts.get(annotator) ?? 0) + 1)
      if (!named.has(annotator)) named.set(annotator, (await nameIn(path, annotator, ground)) ?? annotator)
    }
  return [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([annotator, articles]) => ({
      ...{ annotator, articles },
      name: (named.get(annotator) ?? annotator).slice(0, 1_000),
    }))
}

/** What an annotator is called in one of their layers; null where that can't be read. */
async function nameIn(path: string, annotator: string, { disk, fence, bench }: Ground): Promise<string | null> {
  try {
    const place = sidecarName(join(fence.root, ...path.split('/')), annotator)
    const bytes = await readBounded(disk, place, MAX_SIDECAR_BYTES, fence)
    return await bench.run('annotatorIn', { bytes })
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
