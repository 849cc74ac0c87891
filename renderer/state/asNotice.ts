import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'

/** What a person is told of a failure: its own kind where it is a Problem, `otherwise` where it is a bug. */
export function asNotice(failure: unknown, otherwise: ProblemNotice['kind']): ProblemNotice {
  if (failure instanceof Problem) return { kind: failure.kind, detail: failure.detail }
  return { kind: otherwise, detail: failure instanceof Error ? failure.message : String(failure) }
}
