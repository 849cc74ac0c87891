import type { CSSProperties } from 'react'
import { toldOf } from '../../shared/agreement/agreementReport.ts'
import { tagsIn } from '../../shared/agreement/confusion.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { CaseList } from './CaseList.tsx'
import { ScopeChoice } from './ScopeChoice.tsx'
import { useAnnotators, useTagNames } from './useNames.ts'

/** Which tags of one annotator meet which of another, with “nothing” for what was missed; cells open their quotes. */
export function ConfusionView() {
  const { agreeing } = useWorkbench().desk
  const report = useValue(agreeing, state => state.report)!
  const { pair } = useValue(agreeing, state => state.scope)
  const wanted = useValue(agreeing, state => state.cases?.wanted)
  const { nameOf, isTurned, hidesCounts } = useAnnotators()
  const isHidden = hidesCounts(pair)
  const labelOf = useTagNames()
  const cells = toldOf(report, pair)?.confusion ?? []
  const tags = tagsIn(cells)
  const words = en.agreement.confusion
  const isAround = isTurned(pair)
  const countOf = (row: string, column: string) =>
    cells.find(cell =>
      isAround ? cell.row === column && cell.column === row : cell.row === row && cell.column === column,
    )?.count ?? 0
  /** A cell as the report has it. */
  const cellAt = (row: string, column: string) => (isAround ? { row: column, column: row } : { row, column })
  const isWanted = (cell: ReturnType<typeof cellAt>) =>
    wanted?.kind === 'cell' && wanted.row === cell.row && wanted.column === cell.column
  const [rows, columns] = pair ? (isAround ? [pair.b, pair.a] : [pair.a, pair.b]).map(nameOf) : []
  const sums = new Map(tags.map(row => [row, tags.reduce((sum, column) => sum + countOf(row, column), 0)]))
  return (
    <>
      <ScopeChoice withTag={false} />
      <div className="matrix">
        <table className="confusion">
          <caption>
            {pair ? words.pairWhy(rows!, columns!) : words.bothSides}
            {isHidden && ` ${words.sharesOnly}`}
          </caption>
          <thead>
            <tr>
              <td />
              {tags.map(tag => (
                <th key={tag} scope="col" dir="auto">
                  {labelOf(tag)}
                </th>
              ))}
              {!isHidden && <th scope="col">{words.sum}</th>}
            </tr>
          </thead>
          <tbody>
            {tags.map(row => (
              <tr key={row}>
                <th scope="row" dir="auto">
                  {labelOf(row)}
                </th>
                {tags.map(column => {
                  const count = countOf(row, column)
                  const share = count / (sums.get(row) || 1)
                  const howOften = isHidden ? `${Math.round(100 * share)} %` : en.number(count)
                  return (
                    <td key={column} className={row === column ? 'diagonal' : ''}>
                      {count > 0 && (
                        <button
                          type="button"
                          className="cell"
                          style={{ '--share': `${Math.round(100 * share)}%` } as CSSProperties}
                          aria-label={words.cell(labelOf(row), labelOf(column), howOften)}
                          aria-pressed={isWanted(cellAt(row, column))}
                          onClick={() => void agreeing.list({ kind: 'cell', ...cellAt(row, column) })}
                        >
                          {howOften}
                        </button>
                      )}
                    </td>
                  )
                })}
                {!isHidden && <td className="sum">{en.number(sums.get(row) ?? 0)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CaseList />
    </>
  )
}
