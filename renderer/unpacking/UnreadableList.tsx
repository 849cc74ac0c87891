import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'

interface Props {
  readonly unreadable: readonly { readonly name: string; readonly problem: ProblemNotice }[]
  /** Of all of them, more than are named. */
  readonly count: number
}

/** What can't be read, and why, folded until somebody wants to know. */
export function UnreadableList({ unreadable, count }: Props) {
  if (count === 0) return null
  return (
    <details className="unpack-unreadable">
      <summary>{en.unpack.unreadable(count)}</summary>
      <ul>
        {unreadable.map(({ name, problem }) => (
          <li key={name} dir="auto">
            {withUnseenShown(name)}: {problem.detail || `${en.problems[problem.kind].title}.`}
          </li>
        ))}
      </ul>
      {unreadable.length < count && <p className="faint">{en.unpack.notAll(unreadable.length)}</p>}
    </details>
  )
}
