import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { valueMade, withValue } from './mapRules.ts'

interface Props {
  readonly name: string
  readonly values: readonly (readonly [value: string, count: number])[]
}

/** The answers that were given to one question, with what each becomes; folded until somebody wants it. */
export function ValueRules({ name, values }: Props) {
  const { desk } = useWorkbench()
  const { bringing } = desk
  const map = useValue(bringing, state => state.map)
  if (!map || values.length === 0) return null
  return (
    <details className="bring-values">
      <summary>{en.bring.values(name, values.length)}</summary>
      <ul>
        {values.map(([value, count]) => (
          <li key={value}>
            <span dir="auto">{withUnseenShown(value)}</span>
            <span className="faint number">{en.bring.number(count)}</span>
            <input
              className="field"
              aria-label={en.bring.valueBecomes(value)}
              placeholder={en.bring.valueStays}
              spellCheck={false}
              autoComplete="off"
              maxLength={1000}
              value={valueMade(map, name, value)}
              onChange={event => bringing.setMap(withValue(map, name, value, event.target.value))}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}
