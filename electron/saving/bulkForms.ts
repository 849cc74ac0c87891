import { basename } from 'node:path'
import { standsIn } from '../../shared/annotation/standsIn.ts'
import { textOf } from '../../shared/json/rest.ts'
import { MAX_ARTICLE_BYTES, MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { factsName } from '../../shared/sidecar/names.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { EditsInFileForm } from '../work/bulkTasks.ts'
import { type BulkEdit, type BulkParts, noticeOf } from './bulkParts.ts'
import type { OpenArticle } from './openArticle.ts'
import { articlePlace } from './places.ts'

type Parts = Pick<BulkParts, 'disk' | 'fence' | 'workbench' | 'inHand'>

/**
 * Edits as files hold them; those of an article in hand by its text there, which
 * its file may not be any more. In the place of one that can't be is the reason.
 */
export async function inFileForm(
  parts: Parts,
  changes: readonly BulkEdit[],
): Promise<(EditsInFileForm | ProblemNotice)[]> {
  const forms = new Map<BulkEdit, EditsInFileForm | ProblemNotice>()
  const byFile: { readonly change: BulkEdit; readonly bytes: Uint8Array; readonly facts: Uint8Array | null }[] = []
  for (const change of changes) {
    const article = await parts.inHand(change.path)
    if (article) forms.set(change, formIn(article, change))
    else {
      const bytes = await bytesOf(parts, change.path, MAX_ARTICLE_BYTES)
      const facts = await bytesOf(parts, factsName(change.path), MAX_SIDECAR_BYTES)
      if (bytes instanceof Uint8Array) byFile.push({ change, bytes, facts: facts instanceof Uint8Array ? facts : null })
      else forms.set(change, bytes)
    }
  }
  if (byFile.length > 0) {
    const files = byFile.map(({ change: { path, edit, seen }, bytes, facts }) => ({
      ...{ name: basename(path), bytes, facts },
      ...{ edit, seen },
    }))
    const made = await parts.workbench.run('editsToFile', { files })
    for (const [i, form] of made.entries()) forms.set(byFile[i]!.change, form)
  }
  return changes.map(change => forms.get(change)!)
}

/** Edits in the form that files have, by the text of an article in hand. */
export function formIn(article: OpenArticle, { edit, seen }: BulkEdit): EditsInFileForm | ProblemNotice {
  const { text } = article.live()
  if (!standsIn(edit, text)) return { kind: 'words-not-there', detail: '' }
  if (seen && !standsIn(seen, text)) return { kind: 'changed-since', detail: '' }
  const { textSha256, edit: inFile } = article.toFile(edit)
  return { textSha256, edit: textOf(inFile), seen: seen && textOf(article.toFile(seen).edit) }
}

async function bytesOf({ disk, fence }: Parts, path: string, max: number): Promise<Uint8Array | ProblemNotice> {
  try {
    return await readBounded(disk, articlePlace(fence.root, path), max, fence)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return noticeOf(error)
  }
}
