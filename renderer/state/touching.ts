import { namesIn } from '../../shared/annotation/footprint.ts'
import { touchedBy } from '../../shared/facts/facts.ts'
import type { Change } from './recorder.ts'

/** Whether any of the changes touches, or holds on to, something that this one touches in the same file. */
export function isTouchedBy(change: Change, others: readonly Change[]): boolean {
  const names = new Set(namesOf(change))
  return others.some(other => other.file === change.file && namesOf(other).some(name => names.has(name)))
}

function namesOf(change: Change): string[] {
  if (change.file === 'project') return []
  if (change.file === 'facts') return touchedBy(change.edit)
  return namesIn(change.edit)
}
