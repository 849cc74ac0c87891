import type { Verdict } from '../annotation/verdict.ts'
import type { Case, Opinion } from './case.ts'

/** What is known of a reviewer's decisions on an article. */
export interface Decisions {
  /** By `layer annotation`: the verdicts on it, the latest last. */
  readonly on: ReadonlyMap<string, readonly Verdict[]>
  /** By the id of an annotation in gold: what was made into it by verdicts. */
  readonly into: ReadonlyMap<string, readonly Verdict[]>
  /** What stands in gold. */
  readonly inGold: ReadonlySet<string>
  /** Whether that annotation is there no more, of a layer that is looked at. */
  readonly isGone: (verdict: Verdict) => boolean
  /** Whether somebody disagrees with it, and that is open. */
  readonly isDisputed: (verdict: Verdict) => boolean
}

/** How annotations are named over the layers of an article. */
export function nameOf({ layer, annotation }: { readonly layer: string; readonly annotation: string }): string {
  return `${layer} ${annotation}`
}

/**
 * Whether a case is decided: each opinion has been judged as it is now. What was
 * decided and isn't what it was, is stale: an opinion is new, says something
 * else, or has gone that was made into the same; or what gold had of it was
 * taken out of gold. What somebody disagrees with is open again.
 */
export function stateOf(opinions: readonly Opinion[], decisions: Decisions): Case['state'] {
  const verdicts = opinions.map(opinion => decisions.on.get(nameOf(opinion))?.at(-1))
  const given = verdicts.filter(verdict => verdict !== undefined)
  if (given.length === 0 || given.some(decisions.isDisputed)) return 'open'
  const isAsJudged = verdicts.every((verdict, i) => verdict && standsFor(verdict, opinions[i]!))
  const isWhole = given.every(({ gold }) => gold === undefined || isStill(gold, decisions))
  return isAsJudged && isWhole ? 'decided' : 'stale'
}

/** Without what it said, only the very same file is known to say the same. */
function standsFor({ on }: Verdict, { says, revision }: Opinion): boolean {
  return on.says === undefined ? on.revision === revision : on.says === says
}

function isStill(gold: string, { inGold, into, isGone }: Decisions): boolean {
  return inGold.has(gold) && !(into.get(gold) ?? []).some(isGone)
}
