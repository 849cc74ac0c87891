import type { ArticleRow } from '../../shared/contract/contract.ts'
import { problemKinds } from '../../shared/problems/kinds.ts'
import { annotationsOf, titleOf } from '../state/visibleRows.ts'
import { en } from '../words/en.ts'

/** A row as it is read aloud: the title, how far the work is, and what stands in the way. */
export function nameOfRow(row: ArticleRow): string {
  const parts = [titleOf(row)]
  if (row.problem) parts.push(problemKinds[row.problem.kind].title)
  else parts.push(en.articles.status[row.known?.status ?? 'none'], en.status.annotations(annotationsOf(row)))
  if (row.known && row.known.unplaced > 0) parts.push(en.articles.unplaced(row.known.unplaced))
  return parts.join(', ')
}
