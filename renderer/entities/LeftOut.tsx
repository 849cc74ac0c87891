import type { Unread } from '../../shared/contract/contract.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useWhose } from '../look/useWhose.ts'

interface Props {
  readonly unread: readonly Unread[]
  /** How many there are, named or not. */
  readonly count: number
}

/** Which articles and layers couldn't be read, by name. Nothing where all could. */
export function LeftOut({ unread, count }: Props) {
  const { desk } = useWorkbench()
  const whose = useWhose()
  const rows = useValue(desk.workspace, state => state.rows)
  if (count === 0) return null
  const names = unread.map(({ article, annotator }) => {
    const path = rows.get(article)?.path ?? article
    return annotator === null ? path : en.register.layerIn(whose(annotator), path)
  })
  return (
    <details className="left-out">
      <summary>{en.register.leftOut(count)}</summary>
      <ul>
        {names.map(name => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
        {count > names.length && <li>{en.register.moreLeftOut(count - names.length)}</li>}
      </ul>
    </details>
  )
}
