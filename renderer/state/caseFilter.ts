import type { Case } from '../../shared/review/case.ts'
import type { ReviewFilters } from './reviewView.ts'

/** Whether a case is one of those that a person wants to see. */
export function isWanted(one: Case, { kinds, tags, annotators }: ReviewFilters): boolean {
  if (kinds && !one.kinds.some(kind => kinds.includes(kind))) return false
  if (tags && !one.opinions.some(({ tag }) => tags.includes(tag))) return false
  return annotators === null || annotators.some(annotator => concerns(one, annotator))
}

/** Whether an annotator is a part of what a case is about: where all say the same, of that; else of a difference. */
function concerns({ opinions, silent, differences, kinds }: Case, annotator: string): boolean {
  const says = opinions.some(({ layer }) => layer === annotator)
  if (kinds.includes('same')) return says
  if (differences.some(({ a, b }) => a === annotator || b === annotator)) return true
  return kinds.includes('only') && (says || silent.includes(annotator))
}
