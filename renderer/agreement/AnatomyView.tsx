import type { CSSProperties } from 'react'
import { toldOf } from '../../shared/agreement/agreementReport.ts'
import { anatomyParts, differencesIn, noAnatomy } from '../../shared/agreement/anatomy.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { CaseList } from './CaseList.tsx'
import { Counted } from './Counted.tsx'
import { ScopeChoice } from './ScopeChoice.tsx'
import { useAnnotators } from './useNames.ts'

/** What the differences are made of: one bar, whose parts open their cases; below it the same as a table. */
export function AnatomyView() {
  const { agreeing } = useWorkbench().desk
  const report = useValue(agreeing, state => state.report)!
  const { pair, tag } = useValue(agreeing, state => state.scope)
  const wanted = useValue(agreeing, state => state.cases?.wanted)
  const told = toldOf(report, pair)?.anatomy
  const anatomy = (tag === null ? told?.all : told?.byTag[tag]) ?? noAnatomy
  const sum = differencesIn(anatomy)
  const words = en.agreement.anatomy
  const parts = anatomyParts.filter(part => anatomy.parts[part] > 0)
  const isHidden = useAnnotators().hidesCounts(pair)
  const shareOf = (count: number) => `${((100 * count) / sum).toFixed(0)} %`
  return (
    <>
      <ScopeChoice />
      <h3>{words.title}</h3>
      <Counted pair={pair}>
        <p>{words.places(anatomy.places, anatomy.same, sum)}</p>
      </Counted>
      {sum === 0 ? (
        <p className="empty">{words.none}</p>
      ) : (
        <>
          <div className="anatomy-bar">
            {parts.map(part => {
              const count = anatomy.parts[part]
              const told = words.part(words.parts[part], isHidden ? null : count, shareOf(count))
              return (
                <button
                  key={part}
                  type="button"
                  className="part"
                  style={{ '--part': count } as CSSProperties}
                  aria-pressed={wanted?.kind === 'part' && wanted.part === part}
                  aria-label={told}
                  title={told}
                  onClick={() => void agreeing.list({ kind: 'part', part })}
                >
                  <span className={`pattern is-${part}`} aria-hidden="true" />
                  <span>{words.parts[part]}</span>
                  <span className="count">{isHidden ? shareOf(count) : en.number(count)}</span>
                </button>
              )
            })}
          </div>
          <CaseList />
          <table className="parts">
            <caption className="hidden">{words.title}</caption>
            <thead>
              <tr>
                {words.columns
                  .filter((_, i) => !isHidden || i !== 1)
                  .map(title => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ))}
              </tr>
            </thead>
            <tbody>
              {anatomyParts.map(part => (
                <tr key={part}>
                  <th scope="row">
                    <span className={`pattern is-${part}`} aria-hidden="true" /> {words.parts[part]}
                    <span className="legend"> – {words.whys[part]}</span>
                  </th>
                  {!isHidden && <td>{en.number(anatomy.parts[part])}</td>}
                  <td>{shareOf(anatomy.parts[part])}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="legend">{words.why}</p>
        </>
      )}
    </>
  )
}
