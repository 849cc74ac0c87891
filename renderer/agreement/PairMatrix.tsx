import type { LevelName } from '../../shared/agreement/levelFigures.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Figure } from './Figure.tsx'
import { LevelChoice } from './LevelChoice.tsx'
import { useAnnotators } from './useNames.ts'

/** One level of every two annotators, as a matrix: below the diagonal, since whoever is first changes nothing. */
export function PairMatrix() {
  const { agreeing } = useWorkbench().desk
  const { annotators, pairs } = useValue(agreeing, state => state.report)!
  const rows = useValue(agreeing, state => state.rows)
  const level: LevelName = useValue(agreeing, state => state.level)
  const { nameOf, pairName, inOrder } = useAnnotators()
  const ordered = inOrder(annotators)
  const columns = ordered.slice(0, -1)
  return (
    <>
      <LevelChoice />
      <table className="pairs">
        <caption>{en.agreement.byPair}</caption>
        <thead>
          <tr>
            <td />
            {columns.map(id => (
              <th key={id} scope="col" translate="no" dir="auto">
                {nameOf(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.slice(1).map((b, i) => (
            <tr key={b}>
              <th scope="row" translate="no" dir="auto">
                {nameOf(b)}
              </th>
              {columns.map((a, column) => {
                const at = pairs.findIndex(pair => [a, b].includes(pair.a) && [a, b].includes(pair.b))
                const pair = pairs[at]
                return (
                  <td key={a}>
                    {pair && a !== b && column <= i && (
                      <Figure
                        row={pairName(pair)}
                        level={level}
                        scope={{ pair: { a: pair.a, b: pair.b }, tag: null }}
                        levels={pair.all}
                        figure={rows?.pairs[at]?.[level]}
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
