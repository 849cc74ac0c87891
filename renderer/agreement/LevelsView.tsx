import { levelsOf } from '../../shared/agreement/agreementReport.ts'
import type { LevelName } from '../../shared/agreement/levelFigures.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Figure } from './Figure.tsx'
import { PairMatrix } from './PairMatrix.tsx'
import { useTagNames } from './useNames.ts'

/** The levels, in the order in which one builds on the other. */
export const shownLevels: readonly LevelName[] = ['found', 'extent', 'attributes', 'entity', 'links', 'statement']

/** How far annotators agree, level by level: all tags and each, then every two annotators. */
export function LevelsView() {
  const { agreeing } = useWorkbench().desk
  const report = useValue(agreeing, state => state.report)!
  const rows = useValue(agreeing, state => state.rows)
  const labelOf = useTagNames()
  if (report.tags.length === 0) return <p className="empty">{en.agreement.nothingFound}</p>
  return (
    <>
      <table className="levels">
        <caption>{en.agreement.byTag}</caption>
        <thead>
          <tr>
            <td />
            {shownLevels.map(level => (
              <th key={level} scope="col" title={en.agreement.levels[level].why}>
                {en.agreement.levels[level].name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[null, ...report.tags].map(tag => {
            const row = tag === null ? en.agreement.anyTag : labelOf(tag)
            const figures = tag === null ? rows?.all : rows?.byTag[tag]
            return (
              <tr key={tag ?? ''} className={tag === null ? 'all' : ''}>
                <th scope="row" dir="auto">
                  {row}
                </th>
                {shownLevels.map(level => (
                  <td key={level}>
                    <Figure
                      row={row}
                      level={level}
                      scope={{ pair: null, tag }}
                      levels={levelsOf(report, tag)}
                      figure={figures?.[level]}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="legend">{en.agreement.legend}</p>
      <PairMatrix />
    </>
  )
}
