import type { Scope } from '../../shared/agreement/agreementReport.ts'
import type { Figure, FigureGroup, LevelMeasure } from '../../shared/agreement/figures/figure.ts'
import type { LevelName } from '../../shared/agreement/levelFigures.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { ExplainedFigure } from '../state/agreeing.ts'
import { MeasureHead, MeasureRow } from './MeasureRow.tsx'
import { measureName } from './measureName.ts'
import { useAnnotators, useTagNames } from './useNames.ts'
import { useValueNames } from './useValueNames.ts'

/** Which level of the report a measure of annotations is. */
export const levelOf: Readonly<Record<LevelMeasure, LevelName>> = {
  'f1-found': 'found',
  'f1-exact': 'exact',
  'f1-tokens': 'tokens',
  'same-extent': 'extent',
  'same-attributes': 'attributes',
  'same-entity': 'entity',
  'f1-links': 'links',
  'f1-statement': 'statement',
}
/** More shares than this nobody reads in a line. */
const MOST_SHARES = 12

interface FigureGroupProps {
  readonly group: FigureGroup
  /** Whether it is of an earlier report: then nothing of it is explained. */
  readonly isOld: boolean
}

/** Figures that are made of the same counts, which open: one row a measure, with how often each value was chosen. */
export function FigureGroupView({ group, isOld }: FigureGroupProps) {
  const { agreeing } = useWorkbench().desk
  const open = useValue(agreeing, state => state.choices.open ?? [])
  const explained = useValue(agreeing, state => state.explained)
  const labelOf = useTagNames()
  const { nameOf, questionOf } = useValueNames()
  const isHidden = useAnnotators().hidesCounts(group.pair)
  const { over, pair, tag, question, n, prevalence, partingWays } = group
  const told = en.measuring
  const title = over === 'answers' ? told.answersOf(labelOf(tag ?? ''), questionOf(group) ?? '') : told.groups[over]
  const scope: Scope = { pair, tag }

  function rowOf({ measure, level, value, reason, n, interval }: Figure) {
    const isLevel = over === 'annotations'
    const name = isLevel
      ? levelTitle(levelOf[measure as LevelMeasure])
      : measureName(measure, over === 'answers' ? level : null)
    const drawn = interval?.value ? interval : null
    const explain = () =>
      isLevel
        ? agreeing.explainLevel(levelOf[measure as LevelMeasure], scope, drawn)
        : void agreeing.explainFigure({ over, pair, tag, question, measure, level }, drawn)
    return (
      <MeasureRow
        key={`${measure} ${level}`}
        name={name}
        value={value}
        interval={interval}
        n={isHidden ? null : Math.round(n)}
        why={reason && en.coefficients.reasons[reason]}
        isExplained={!isOld && isOf(explained, group, measure, level)}
        onExplain={isOld ? null : explain}
      />
    )
  }

  const lacking = [
    ...new Set(group.figures.flatMap(({ interval }) => (interval?.value === null ? [interval.reason] : []))),
  ]
  const shares = [...prevalence].filter(({ share }) => share > 0).sort((one, other) => other.share - one.share)
  const left = shares.length - MOST_SHARES
  return (
    <details
      className="rated"
      open={open.includes(over)}
      onToggle={event => {
        const { open: isOpen } = event.currentTarget
        if (isOpen !== (agreeing.getState().choices.open ?? []).includes(over)) agreeing.open(over, isOpen)
      }}
    >
      <summary>
        <span className="name" dir="auto">
          {title}
        </span>
        {!isHidden && <span className="faint">{told.n[over](Math.round(n))}</span>}
      </summary>
      <p className="legend">{over === 'tokens' && tag === null ? told.tokenSets : told.why[over]}</p>
      <table className="measures">
        <caption className="hidden">{title}</caption>
        <MeasureHead />
        <tbody>{group.figures.map(rowOf)}</tbody>
      </table>
      {lacking.length > 0 && (
        <p className="legend">{lacking.map(reason => en.coefficients.reasons[reason]).join(' ')}</p>
      )}
      {partingWays && (
        <p className="parting" role="note">
          {en.agreeTable.partingWays(
            perCent(partingWays.observed),
            partingWays.kappa === null ? null : partingWays.kappa.toFixed(2),
            partingWays.even === null ? null : partingWays.even.toFixed(2),
            nameOf(group, partingWays.value),
            perCent(partingWays.share),
          )}
        </p>
      )}
      {shares.length > 0 && (
        <p className="legend" dir="auto">
          {told.shares}:{' '}
          {[
            ...shares
              .slice(0, MOST_SHARES)
              .map(({ value, share }) => en.agreement.measures.tagShare(nameOf(group, value), perCent(share))),
            ...(left > 0 ? [told.moreShares(left)] : []),
          ].join(', ')}
        </p>
      )}
    </details>
  )
}

export function levelTitle(level: LevelName): string {
  return level === 'found' ? en.agreement.overlapping : en.agreement.levels[level].name
}

function isOf(
  explained: ExplainedFigure | null,
  { over, tag, question }: FigureGroup,
  measure: Figure['measure'],
  level: Figure['level'],
): boolean {
  if (explained?.kind === 'level') return over === 'annotations' && levelOf[measure as LevelMeasure] === explained.level
  if (explained?.kind !== 'figure') return false
  const { named } = explained
  return (
    named.over === over &&
    named.tag === tag &&
    named.question === question &&
    named.measure === measure &&
    named.level === level
  )
}

function perCent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
