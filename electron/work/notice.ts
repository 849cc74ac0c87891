import type { ProblemNotice } from '../../shared/problems/problem.ts'

/** Whether what was found is the notice of a problem in its place. */
export function isNotice(found: object): found is ProblemNotice {
  return 'kind' in found
}
