import type { ReactNode } from 'react'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { FateChoice } from './FateChoice.tsx'
import { answersOf, fateOf, isTurned, type Named, withFate, withTurned } from './mapRules.ts'

interface Props {
  readonly of: Named
  readonly title: string
  readonly names: readonly (readonly [name: string, count: number])[]
  /** Ids of the codebook. */
  readonly known: readonly string[]
  /** What else there is to say of a name. */
  readonly children?: (name: string) => ReactNode
}

/** Names of one kind as the files have them, with what each becomes. */
export function MapTable({ of, title, names, known, children }: Props) {
  const { desk } = useWorkbench()
  const { bringing } = desk
  const map = useValue(bringing, state => state.map)
  if (!map || names.length === 0) return null
  return (
    <table className="bring-rules">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{en.bring.theirs}</th>
          <th scope="col" className="number">
            {en.bring.count}
          </th>
          <th scope="col">{en.bring.becomes}</th>
        </tr>
      </thead>
      <tbody>
        {names.map(([name, count]) => {
          const fate = fateOf(map, of, name)
          const answers = of === 'tags' ? answersOf(map, name) : ''
          return (
            <tr key={name}>
              <th scope="row" dir="auto">
                {withUnseenShown(name)}
              </th>
              <td className="number">{en.bring.number(count)}</td>
              <td>
                <FateChoice
                  name={name}
                  fate={fate}
                  known={known}
                  onFate={fate => bringing.setMap(withFate(map, of, name, fate))}
                />
                {answers !== '' && <p className="faint">{en.bring.also(answers)}</p>}
                {of === 'links' && fate.kind !== 'drop' && (
                  <label className="bring-check">
                    <input
                      type="checkbox"
                      aria-label={en.bring.turnedOf(name)}
                      checked={isTurned(map, name)}
                      onChange={event => bringing.setMap(withTurned(map, name, event.target.checked))}
                    />
                    {en.bring.turned}
                  </label>
                )}
                {fate.kind !== 'drop' && children?.(name)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
