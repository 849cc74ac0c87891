import { createHash } from 'node:crypto'
import { Problem } from '../../shared/problems/problem.ts'
import type { Outside } from '../workspace/events.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import type { OpenArticles } from './openArticles.ts'

/** Whether a file of an open article that was touched really is another now, and not by us. */
export async function isNews(
  { path, what }: Outside,
  open: Pick<OpenArticles, 'has' | 'get'>,
  workspace: Pick<OpenWorkspace, 'read'>,
): Promise<boolean> {
  if (!open.has(path)) return false
  const article = await open.get(path)
  if (what === 'layer') return !(await article.isOurs())
  return what !== 'text' || (await hashOf(path, workspace)) !== article.sha256
}

/** The hash of an article's bytes; null where they can't be read at the moment. */
async function hashOf(path: string, workspace: Pick<OpenWorkspace, 'read'>): Promise<string | null> {
  try {
    return createHash('sha256')
      .update(await workspace.read(path))
      .digest('hex')
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
