import { useEffect, useMemo, useRef } from 'react'
import { levelsOf, type Scope, toldOf } from '../../shared/agreement/agreementReport.ts'
import type { Measure } from '../../shared/agreement/coefficients/coefficients.ts'
import { explainLevel } from '../../shared/agreement/explainLevel.ts'
import type { LevelInterval, LevelName } from '../../shared/agreement/levelFigures.ts'
import { noLevels } from '../../shared/agreement/levels.ts'
import { explainGround, type MeasureGround } from '../../shared/agreement/scopeDetail.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { Agreeing } from '../state/agreeing.ts'
import { Button } from '../ui/Button.tsx'
import { copyWords } from '../ui/copyWords.ts'
import { MeasureCounts } from './MeasureCounts.tsx'
import { useNames, useTagNames } from './useNames.ts'

/** How a figure comes about: its counts, the formula worked out, where it is from, and words for a methods section. */
export function Explanation() {
  const { agreeing } = useWorkbench().desk
  const explained = useValue(agreeing, state => state.explained)!
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever asked for it wants to read it; closed, the focus goes back to the figure.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the figure
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [explained.kind === 'level' ? explained.level : explained.measure, explained.scope])
  const title = explained.kind === 'level' ? levelTitle(explained.level) : en.coefficients.measures[explained.measure]
  return (
    <aside className="explanation" aria-label={en.agreement.explain}>
      <header>
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        <Button look="plain" onClick={agreeing.leaveExplained}>
          {en.agreement.closeExplain}
        </Button>
      </header>
      <OfWhat scope={explained.scope} />
      {explained.kind === 'level' ? (
        <OfLevel level={explained.level} scope={explained.scope} />
      ) : (
        <OfMeasure measure={explained.measure} told={explained.told} />
      )}
    </aside>
  )
}

function levelTitle(level: LevelName): string {
  return level === 'found'
    ? `${en.agreement.levels.found.name} (${en.agreement.overlapping})`
    : en.agreement.levels[level].name
}

function OfWhat({ scope: { pair, tag } }: { readonly scope: Scope }) {
  const nameOf = useNames()
  const labelOf = useTagNames()
  return (
    <p className="legend">
      <span translate="no">{pair ? en.agreement.pair(nameOf(pair.a), nameOf(pair.b)) : en.agreement.everybody}</span>
      {' · '}
      <span dir="auto">{tag === null ? en.agreement.anyTag : labelOf(tag)}</span>
    </p>
  )
}

function OfLevel({ level, scope }: { readonly level: LevelName; readonly scope: Scope }) {
  const { agreeing } = useWorkbench().desk
  const report = useValue(agreeing, state => state.report)!
  const reported = useValue(agreeing, state => state.reported)!
  const interval = useValue(agreeing, state => intervalIn(state, level, scope))
  const labelOf = useTagNames()
  const told = toldOf(report, scope.pair)
  const { counts, formula, worked, citation, methods } = explainLevel(
    told ? levelsOf(told, scope.tag) : noLevels,
    level,
    {
      articles: told?.articles ?? 0,
      annotators: scope.pair ? 2 : report.annotators.length,
      tolerance: reported.tolerance,
      ...{ interval, pair: scope.pair, tag: scope.tag === null ? null : labelOf(scope.tag) },
    },
  )
  return (
    <>
      <p className="legend">{en.agreement.levels[level].why}</p>
      <h4>{en.agreement.countsTitle}</h4>
      <table className="counts">
        <caption className="hidden">{en.agreement.countsTitle}</caption>
        <tbody>
          {counts.map(({ count, says }) => (
            <tr key={says}>
              <td>{count}</td>
              <th scope="row">{says}</th>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest formula={formula} worked={worked} citation={citation} methods={methods} />
    </>
  )
}

function OfMeasure({ measure, told }: { readonly measure: Measure; readonly told: MeasureGround | null }) {
  const explained = useMemo(() => told && explainGround(told, measure), [told, measure])
  if (!told || !explained) return <p role="status">{en.agreement.looking}</p>
  const { formula, worked, citation, methods, values } = explained
  return (
    <>
      <h4>{en.agreement.countsTitle}</h4>
      <MeasureCounts explained={explained} ground={told} />
      {values.length > 0 && (
        <table className="counts">
          <caption className="hidden">{en.agreement.formulaTitle}</caption>
          <tbody>
            {values.map(({ symbol, value, says }) => (
              <tr key={symbol}>
                <th scope="row" translate="no">
                  {symbol}
                </th>
                <td>{Number.isInteger(value) ? value : value.toFixed(6)}</td>
                <td className="says">{says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Rest formula={formula} worked={worked} citation={citation} methods={methods} />
    </>
  )
}

interface RestProps {
  readonly formula: string
  readonly worked: string | null
  readonly citation: string
  readonly methods: string
}

function Rest({ formula, worked, citation, methods }: RestProps) {
  const { notices } = useWorkbench().desk
  return (
    <>
      <h4>{en.agreement.formulaTitle}</h4>
      <p className="formula">{formula}</p>
      {worked && (
        <p className="formula" translate="no">
          {worked}
        </p>
      )}
      <h4>{en.agreement.methodsTitle}</h4>
      <p className="methods">{methods}</p>
      <Button
        onClick={() => {
          if (copyWords(`${methods}\n\n${citation}\n`)) notices.say(en.agreement.copied)
        }}
      >
        {en.agreement.copyMethods}
      </Button>
      <h4>{en.agreement.citationTitle}</h4>
      <p className="legend">{citation}</p>
    </>
  )
}

/** The interval of a level, wherever it is known; null until it is. */
function intervalIn(
  { rows, detail, report, scope: looked }: Agreeing,
  level: LevelName,
  scope: Scope,
): LevelInterval | null {
  const { pair, tag } = scope
  if (pair === null && tag === null) return rows?.all[level].interval ?? null
  if (pair === null) return rows?.byTag[tag!]?.[level].interval ?? null
  if (tag === null) {
    const at = report?.pairs.findIndex(({ a, b }) => a === pair.a && b === pair.b) ?? -1
    return rows?.pairs[at]?.[level].interval ?? null
  }
  const isLooked = looked.tag === tag && looked.pair?.a === pair.a && looked.pair?.b === pair.b
  return (isLooked && detail?.levels[level].interval) || null
}
