import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { words as en } from '../../shared/words/words.ts'

/** Why a dataset can't be made, in a person's words: what the usual sentences say of unsaved work isn't so here. */
export function failureOf({ kind, detail }: ProblemNotice): string {
  if (kind === 'file-name-taken') return en.exporting.taken(detail)
  const { title, remedy } = en.problems[kind]
  return en.exporting.failures[kind] ?? [`${title}.`, detail, remedy].filter(part => part !== '').join(' ')
}
