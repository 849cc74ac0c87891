import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'

/** Whether what was found is the notice of a problem in its place. */
export function isNotice(found: object): found is ProblemNotice {
  return 'kind' in found
}

/** What a look finds, or the notice of the Problem that it throws. */
export async function orNotice<T>(look: () => T | Promise<T>): Promise<T | ProblemNotice> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof Problem) return { kind: error.kind, detail: error.detail }
    throw error
  }
}
