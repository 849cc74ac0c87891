import type { ArticleRow } from '../../shared/contract/contract.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { waitingCopies } from '../state/merging.ts'
import { annotationsOf, titleOf } from '../state/visibleRows.ts'

/** A row as it is read aloud: the title, how far the work is, and what stands in the way. */
export function nameOfRow(row: ArticleRow): string {
  const parts = [withUnseenShown(titleOf(row))]
  if (row.problem) parts.push(en.problems[row.problem.kind].title)
  else parts.push(en.articles.status[row.known?.status ?? 'none'], en.status.annotations(annotationsOf(row)))
  if (row.known && row.known.unplaced > 0) parts.push(en.articles.unplaced(row.known.unplaced))
  const copies = waitingCopies(row.copies).length
  if (copies > 0) parts.push(en.merging.copies.marks(copies))
  return parts.join(', ')
}
