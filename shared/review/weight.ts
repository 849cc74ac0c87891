import { type CaseKind, caseKinds } from './case.ts'

/**
 * How much depends on a case: nothing where all agree; else how weighty its
 * weightiest kind is (from 1 for a note to 9 for what only some have found),
 * times the layers of the article that it concerns, those that say nothing
 * there too, and one more for each link that comes from or leads to it, in the
 * layer that has most of them.
 */
export function weightOf(kinds: readonly CaseKind[], layers: number, links: number): number {
  const kind = Math.min(...kinds.map(one => caseKinds.indexOf(one)))
  const weighty = caseKinds.indexOf('same') - kind
  return weighty === 0 ? 0 : weighty * layers + links
}
