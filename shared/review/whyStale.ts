import type { Case } from './case.ts'
import { nameOf } from './stateOf.ts'

/** What has happened since a case was decided: to whose opinion, or to what gold had of it. */
export type StaleWhy =
  | { readonly kind: 'new' | 'changed'; readonly layer: string }
  | { readonly kind: 'withdrawn'; readonly layer: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'not-in-gold' }

/** Why what was decided has to be looked at again; empty for a case that isn't stale. */
export function whyStale({ state, opinions, verdicts, gold }: Case): StaleWhy[] {
  if (state !== 'stale') return []
  const latest = new Map(verdicts.map(verdict => [nameOf(verdict.on), verdict]))
  const why: StaleWhy[] = []
  if (opinions.length === 0) return [...latest.values()].map(({ on }) => ({ kind: 'withdrawn', layer: on.layer }))
  for (const opinion of opinions) {
    const verdict = latest.get(nameOf(opinion))
    if (!verdict) why.push({ kind: 'new', layer: opinion.layer })
    else if (
      verdict.on.says === undefined ? verdict.on.revision !== opinion.revision : verdict.on.says !== opinion.says
    )
      why.push({ kind: 'changed', layer: opinion.layer })
  }
  const standing = new Set(gold)
  if ([...latest.values()].some(verdict => verdict.gold !== undefined && !standing.has(verdict.gold)))
    why.push({ kind: 'not-in-gold' })
  return why.length > 0 ? why : [{ kind: 'gone' }]
}
