import { join } from 'node:path'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { TellGround } from './tellGround.ts'

/**
 * Who annotates in any of the articles: whoever only judged or discussed is told of no corrections, and has nothing that
 * could be judged. Of most annotators one file is read. A file that can't be read may hold annotations.
 */
export async function whoAnnotates({
  disk,
  fence,
  bench,
  articles,
  signal,
}: Pick<TellGround, 'disk' | 'fence' | 'bench' | 'articles' | 'signal'>): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const { path, layers } of articles)
    for (const { annotator } of layers) {
      if (found.has(annotator)) continue
      signal?.throwIfAborted()
      const place = join(fence.root, ...sidecarName(path, annotator).split('/'))
      const bytes = await readBounded(disk, place, MAX_SIDECAR_BYTES, fence).catch(orNull)
      const [one] = bytes ? await bench.run('lookAtLayers', { files: [bytes] }, { signal }) : []
      if (!one || 'problem' in one || !one.onlyDiscusses) found.add(annotator)
    }
  return found
}

function orNull(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}
