import { type ArticleGroup, FEWEST_ARTICLES } from '../../shared/agreement/articleGroups.ts'
import type { LevelName } from '../../shared/agreement/levelFigures.ts'
import { periods } from '../../shared/agreement/overTime.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { LevelChoice } from './LevelChoice.tsx'
import { ScopeChoice } from './ScopeChoice.tsx'
import { TimeChart } from './TimeChart.tsx'
import { useAnnotators } from './useNames.ts'

/** How far annotators agree by when articles were published, and by outlet. */
export function TimeView() {
  const { agreeing } = useWorkbench().desk
  const detail = useValue(agreeing, state => state.detail)
  const level = useValue(agreeing, state => state.level)
  const period = useValue(agreeing, state => state.choices.period)
  const { pair } = useValue(agreeing, state => state.scope)
  const isHidden = useAnnotators().hidesCounts(pair)
  const words = en.agreement.time
  return (
    <>
      <div className="scope">
        <ScopeChoice />
        <LevelChoice />
        <label className="pick">
          <span>{words.period}</span>
          <select value={period} onChange={event => agreeing.choosePeriod(event.target.value as typeof period)}>
            {periods.map(one => (
              <option key={one} value={one}>
                {words.periods[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {detail === null ? (
        <p role="status">{en.agreement.looking}</p>
      ) : (
        <>
          <h3>{words.title}</h3>
          {detail.overTime.groups.length === 0 ? (
            <p className="empty">{words.nothing}</p>
          ) : (
            <>
              <TimeChart groups={detail.overTime.groups} level={level} period={period} />
              <Groups
                title={words.title}
                columns={words.columns}
                groups={detail.overTime.groups}
                level={level}
                isHidden={isHidden}
                nameOf={words.when}
              />
            </>
          )}
          {detail.overTime.undated > 0 && <p className="legend">{words.undated[period](detail.overTime.undated)}</p>}
          <h3>{words.outlets}</h3>
          {detail.byOutlet.groups.length === 0 ? (
            <p className="empty">{words.noOutlets}</p>
          ) : (
            <Groups
              title={words.outlets}
              columns={words.outletColumns}
              groups={detail.byOutlet.groups}
              level={level}
              isHidden={isHidden}
              nameOf={key => key}
            />
          )}
          {detail.byOutlet.unknown > 0 && <p className="legend">{words.unknown(detail.byOutlet.unknown)}</p>}
        </>
      )}
    </>
  )
}

interface GroupsProps {
  readonly title: string
  readonly columns: readonly string[]
  readonly groups: readonly ArticleGroup[]
  readonly level: LevelName
  /** Whether no count is shown. */
  readonly isHidden: boolean
  readonly nameOf: (key: string) => string
}

/** A row for each group: how many articles, the figure with its interval, or that there are too few. */
function Groups({ title, columns, groups, level, isHidden, nameOf }: GroupsProps) {
  return (
    <table className="groups">
      <caption className="hidden">{title}</caption>
      <thead>
        <tr>
          {columns.slice(0, isHidden ? 1 : undefined).map(column => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <th scope="col">{en.agreement.levels[level].name}</th>
          <th scope="col">{en.agreement.measures.columns[2]}</th>
          {!isHidden && <th scope="col">{en.agreement.measures.columns[3]}</th>}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key, articles, figures }) => {
          const figure = figures?.[level]
          const interval = figure?.interval.value
          return (
            <tr key={key}>
              <th scope="row" dir="auto">
                {nameOf(key)}
              </th>
              {!isHidden && <td>{en.number(articles)}</td>}
              {figure ? (
                <>
                  <td>{en.agreement.value(figure.value)}</td>
                  <td className="interval">
                    {figure.value !== null &&
                      (interval ? en.agreement.interval(interval.low, interval.high) : en.agreement.noInterval)}
                  </td>
                  {!isHidden && <td>{en.number(figure.of)}</td>}
                </>
              ) : (
                <td colSpan={3} className="why">
                  {en.agreement.time.tooFew(FEWEST_ARTICLES)}
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
