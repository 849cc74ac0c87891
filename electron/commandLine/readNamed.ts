import { basename } from 'node:path'
import { MAX_ARTICLE_BYTES, MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { factsName } from '../../shared/sidecar/names.ts'
import { disk } from '../disk/disk.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { ArticleFile } from '../work/readArticle.ts'

/** The file that somebody named, with the facts beside it, as a worker takes it. Throws what `readBounded` throws of the file. */
export async function readNamed({
  path,
  encoding,
}: {
  readonly path: string
  readonly encoding?: string
}): Promise<ArticleFile> {
  const bytes = await readBounded(disk, path, MAX_ARTICLE_BYTES)
  const facts = await readBounded(disk, factsName(path), MAX_SIDECAR_BYTES).catch(unlessProblem)
  return { name: basename(path), bytes, facts, ...(encoding === undefined ? {} : { encoding }) }
}

/** Facts that can't be read choose no encoding. */
function unlessProblem(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}
