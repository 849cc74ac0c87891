import type { Scope } from '../../shared/agreement/agreementReport.ts'
import type { GroupFigure } from '../../shared/agreement/articleGroups.ts'
import { type LevelName, quotient, ratioOf } from '../../shared/agreement/levelFigures.ts'
import type { Levels } from '../../shared/agreement/levels.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useAnnotators } from './useNames.ts'

interface Props {
  /** What it is a figure of: a tag, or two annotators. */
  readonly row: string
  readonly level: LevelName
  readonly scope: Scope
  readonly levels: Levels
  /** The same figure with its interval; missing until that is there. */
  readonly figure: GroupFigure | undefined
}

/** A figure with its interval and of how much it is. Pressing it has it explained. */
export function Figure({ row, level, scope, levels, figure }: Props) {
  const { agreeing } = useWorkbench().desk
  const explained = useValue(agreeing, state => state.explained)
  const { hidesCounts } = useAnnotators()
  const ratio = ratioOf(levels, level)
  const value = quotient(ratio)
  if (value === null)
    return (
      <span className="figure none" title={en.agreement.nothingToCompare}>
        {en.agreement.value(null)}
      </span>
    )
  const interval = intervalWords(figure)
  const n = hidesCounts(scope.pair) ? '' : en.agreement.of(ratio.of)
  const isExplained =
    explained?.kind === 'level' &&
    explained.level === level &&
    explained.scope.tag === scope.tag &&
    explained.scope.pair?.a === scope.pair?.a &&
    explained.scope.pair?.b === scope.pair?.b
  return (
    <button
      type="button"
      className="figure"
      aria-pressed={isExplained}
      aria-label={en.agreement.figure(row, en.agreement.levels[level].name, en.agreement.value(value), interval, n)}
      title={en.agreement.explain}
      onClick={() => agreeing.explainLevel(level, scope)}
    >
      <span className="value">{en.agreement.value(value)}</span>
      <span className="interval">{interval}</span>
      <span className="n">{n}</span>
    </button>
  )
}

function intervalWords(figure: GroupFigure | undefined): string {
  if (!figure) return en.agreement.intervalComing
  const { value } = figure.interval
  return value ? en.agreement.interval(value.low, value.high) : en.agreement.noInterval
}
