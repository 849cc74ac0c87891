import { useEffect, useRef } from 'react'
import { levelsOf, type Scope, toldOf } from '../../shared/agreement/agreementReport.ts'
import type { Interval } from '../../shared/agreement/coefficients/bootstrap.ts'
import { explainLevel } from '../../shared/agreement/explainLevel.ts'
import type { LevelInterval, LevelName } from '../../shared/agreement/levelFigures.ts'
import { type Levels, noLevels } from '../../shared/agreement/levels.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { Agreeing, ExplainedFigure as Explained } from '../state/agreeing.ts'
import { Button } from '../ui/Button.tsx'
import { Counted } from './Counted.tsx'
import { ExplainedFigure } from './ExplainedFigure.tsx'
import { ExplainedGamma } from './ExplainedGamma.tsx'
import { ExplainedRest } from './ExplainedRest.tsx'
import { levelTitle } from './FigureGroupView.tsx'
import { measureName } from './measureName.ts'
import { useAnnotators, useTagNames } from './useNames.ts'

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
  }, [nameOfExplained(explained), explained.scope])
  const title = nameOfExplained(explained)
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
        <OfLevel level={explained.level} scope={explained.scope} drawn={explained.interval} />
      ) : explained.kind === 'figure' ? (
        <ExplainedFigure explained={explained} />
      ) : (
        <ExplainedGamma scope={explained.scope} />
      )}
    </aside>
  )
}

function nameOfExplained(explained: Explained): string {
  if (explained.kind === 'level')
    return explained.level === 'found' ? en.agreement.foundOverlapping : levelTitle(explained.level)
  if (explained.kind === 'gamma') return en.agreement.gamma.title
  const { measure, level, over } = explained.named
  return measureName(measure, over === 'answers' ? level : null)
}

function OfWhat({ scope: { pair, tag } }: { readonly scope: Scope }) {
  const { pairName } = useAnnotators()
  const labelOf = useTagNames()
  return (
    <p className="legend">
      <span translate="no">{pair ? pairName(pair) : en.agreement.everybody}</span>
      {' · '}
      <span dir="auto">{tag === null ? en.agreement.anyTag : labelOf(tag)}</span>
    </p>
  )
}

interface OfLevelProps {
  readonly level: LevelName
  readonly scope: Scope
  /** The interval beside the figure that was pressed; undefined where it is looked up. */
  readonly drawn: Interval | null | undefined
}

function OfLevel({ level, scope, drawn }: OfLevelProps) {
  const { agreeing } = useWorkbench().desk
  const report = useValue(agreeing, state => state.report)!
  const reported = useValue(agreeing, state => state.reported)!
  const known = useValue(agreeing, state => intervalIn(state, level, scope))
  const interval = drawn === undefined ? known : drawn
  const { isTurned } = useAnnotators()
  const labelOf = useTagNames()
  const told = toldOf(report, scope.pair)
  const levels = told ? levelsOf(told, scope.tag) : noLevels
  const { counts, formula, worked, citation, methods } = explainLevel(
    isTurned(scope.pair) ? turned(levels, level) : levels,
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
      <Counted pair={scope.pair}>
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
      </Counted>
      <ExplainedRest formula={formula} worked={worked} citation={citation} methods={methods} pair={scope.pair} />
    </>
  )
}

/** The counts of a level with the second of two annotators as the first. */
function turned(levels: Levels, level: LevelName): Levels {
  const one = levels[level]
  return 'onlyA' in one ? { ...levels, [level]: { both: one.both, onlyA: one.onlyB, onlyB: one.onlyA } } : levels
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
