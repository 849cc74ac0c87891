import type { ProblemKind } from '../../shared/problems/kinds.ts'
import { Problem } from '../../shared/problems/problem.ts'

/** What becomes of an edit that the desktop didn't take: it is tried again, or never, or its article is gone. */
export type Verdict = 'later' | 'never' | 'gone'

/** The disk's own troubles: they pass, or a person ends them. */
const passing: ReadonlySet<ProblemKind> = new Set(['disk-full', 'not-permitted', 'cannot-save', 'took-too-long'])
/** Refusals of the bridge that would be the same at every try. `busy` isn't among them. */
const lasting: ReadonlySet<string> = new Set(['bad-input', 'bug', 'unknown-call', 'stranger'])

/** Whether trying again could help. What isn't known to last is taken to pass, so that no edit is given up by mistake. */
export function verdictOn(failure: unknown): Verdict {
  if (failure instanceof Problem) {
    if (failure.kind === 'unknown-ticket') return 'gone'
    return passing.has(failure.kind) ? 'later' : 'never'
  }
  return failure instanceof Error && lasting.has(failure.name) ? 'never' : 'later'
}
