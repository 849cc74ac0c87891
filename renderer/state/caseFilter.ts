import type { Case } from '../../shared/review/case.ts'
import { toldIn } from '../../shared/review/toldIn.ts'
import type { ReviewFilters } from './reviewView.ts'

/** Whether a case is one of those that a person wants to see. */
export function isWanted(one: Case, { kinds, tags, annotators }: ReviewFilters): boolean {
  if (kinds && !one.kinds.some(kind => kinds.includes(kind))) return false
  if (tags && !toldIn(one).some(({ tag }) => tags.includes(tag))) return false
  return annotators === null || annotators.some(annotator => concerns(one, annotator))
}

/** Whether an annotator is a part of what a case is about: where all say the same, of that; else of a difference. */
function concerns({ opinions, silent, differences, kinds, verdicts }: Case, annotator: string): boolean {
  // Whose it was that was withdrawn is known by what was decided on it.
  if (opinions.length === 0) return verdicts.some(({ on }) => on.layer === annotator)
  const says = opinions.some(({ layer }) => layer === annotator)
  if (kinds.includes('same')) return says
  if (differences.some(({ a, b }) => a === annotator || b === annotator)) return true
  return kinds.includes('only') && (says || silent.includes(annotator))
}
