import { basename } from 'node:path'
import { MAX_ARTICLE_BYTES } from '../../shared/limits.ts'
import { disk } from '../disk/disk.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { ArticleFile } from '../work/readArticle.ts'

/** The file that somebody named, as a worker takes it. Throws what `readBounded` throws. */
export async function readNamed({
  path,
  encoding,
}: {
  readonly path: string
  readonly encoding?: string
}): Promise<ArticleFile> {
  const bytes = await readBounded(disk, path, MAX_ARTICLE_BYTES)
  return { name: basename(path), bytes, ...(encoding === undefined ? {} : { encoding }) }
}
