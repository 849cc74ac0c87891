import { basename, join } from 'node:path'
import { MAX_ARTICLE_BYTES, MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { factsName } from '../../shared/sidecar/names.ts'
import { disk } from '../disk/disk.ts'
import { readBounded } from '../disk/readBounded.ts'
import { type ArticleFile, type ReadArticle, readArticle, skimArticle } from './readArticle.ts'

/** The text of an article of a workspace, read as its facts say; null where it can't be read. `root` is real, `path` inside it, with `/`. */
export async function textAt(root: string, path: string): Promise<string | null> {
  return at(root, path, async file => (await skimArticle(file)).text)
}

/** An article of a workspace, read as its facts say; null where it can't be read. `root` is real, `path` inside it, with `/`. */
export async function articleAt(root: string, path: string): Promise<ReadArticle | null> {
  return at(root, path, readArticle)
}

async function at<T>(root: string, path: string, read: (file: ArticleFile) => Promise<T>): Promise<T | null> {
  const fence = { root }
  const file = join(root, ...path.split('/'))
  try {
    const bytes = await readBounded(disk, file, MAX_ARTICLE_BYTES, fence)
    const facts = await readBounded(disk, factsName(file), MAX_SIDECAR_BYTES, fence).catch(unlessProblem)
    return await read({ name: basename(path), bytes, facts })
  } catch (error) {
    if (error instanceof Problem) return null
    if (error instanceof Error && 'code' in error) return null // a folder on the way isn't there
    throw error
  }
}

function unlessProblem(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}
