import { type Case, caseKinds } from './case.ts'
import type { CaseCounts } from './found.ts'

/** Cases counted by their weightiest kind, in the order of `caseKinds`; kinds that there are none of are left out. */
export function countCases(cases: Iterable<Pick<Case, 'kinds' | 'state'>>): CaseCounts[] {
  const counts = new Map<string, { open: number; decided: number; stale: number }>()
  for (const { kinds, state } of cases) {
    const known = counts.get(kinds[0]!) ?? { open: 0, decided: 0, stale: 0 }
    known[state]++
    counts.set(kinds[0]!, known)
  }
  return inOrder(counts)
}

/** The counts of two parts together. */
export function addCounts(one: readonly CaseCounts[], other: readonly CaseCounts[]): CaseCounts[] {
  const counts = new Map<string, { open: number; decided: number; stale: number }>()
  for (const { kind, open, decided, stale } of [...one, ...other]) {
    const known = counts.get(kind) ?? { open: 0, decided: 0, stale: 0 }
    counts.set(kind, { open: known.open + open, decided: known.decided + decided, stale: known.stale + stale })
  }
  return inOrder(counts)
}

function inOrder(counts: ReadonlyMap<string, Omit<CaseCounts, 'kind'>>): CaseCounts[] {
  return caseKinds.flatMap(kind => {
    const known = counts.get(kind)
    return known ? [{ kind, ...known }] : []
  })
}
