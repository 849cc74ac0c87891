import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { words as en } from '../../shared/words/words.ts'

/** A problem as one line: what happened, of what, and what to do. */
export function sentenceOf({ kind, detail }: ProblemNotice): string {
  const { title, remedy } = en.problems[kind]
  return en.commandLine.problem(title, detail, remedy)
}
