import type { Counts } from '../../shared/agreement/coefficients/counts.ts'
import type { FigureExplained } from '../../shared/agreement/figures/explainFigure.ts'
import type { NamedFigure } from '../../shared/agreement/figures/figureGround.ts'
import { words as en } from '../../shared/words/words.ts'
import { useAnnotators } from './useNames.ts'
import { useValueNames } from './useValueNames.ts'

interface Props {
  readonly explained: FigureExplained
  /** Who has which column. */
  readonly annotators: readonly string[]
  readonly named: NamedFigure
}

/** What a measure counts: a table of two annotators, of coincidences, or how often each value was chosen. */
export function MeasureCounts({ explained, annotators, named }: Props) {
  const { nameOf: annotatorName, isTurned } = useAnnotators()
  const { nameOf } = useValueNames()
  const { raters } = explained
  if (!explained.counts) return null
  const [one = '', other = ''] = raters.map(rater => annotators[rater] ?? '')
  const isAround = isTurned({ a: one, b: other }) && explained.counts.kind === 'contingency'
  const counts = isAround ? turnedCounts(explained.counts) : explained.counts
  const [first, second] = (isAround ? [other, one] : [one, other]).map(annotatorName)
  const names = counts.codes.map(code => nameOf(named, explained.categories[code] ?? ''))
  const coincidences = named.over === 'continuum' ? en.measuring.lengths : en.agreeTable.coincidences
  if (counts.kind === 'shares')
    return (
      <table className="counts">
        <caption className="hidden">{en.agreement.countsTitle}</caption>
        <thead>
          <tr>
            {en.agreeTable.shares.map(title => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, i) => (
            <tr key={name}>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td>{parted(counts.ratings[i]!)}</td>
              <td>{(100 * counts.shares[i]!).toFixed(1)} %</td>
            </tr>
          ))}
        </tbody>
      </table>
    )
  return (
    <div className="matrix">
      <table className="counts">
        <caption>{counts.kind === 'coincidence' ? coincidences : en.agreeTable.contingency(first!, second!)}</caption>
        <thead>
          <tr>
            <td />
            {names.map(name => (
              <th key={name} scope="col" dir="auto">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, i) => (
            <tr key={name}>
              <th scope="row" dir="auto">
                {name}
              </th>
              {counts.cells[i]!.map((cell, j) => (
                <td key={names[j]}>{parted(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function parted(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}

/** A table of two the other way round. */
function turnedCounts(counts: Counts): Counts {
  if (counts.kind === 'shares') return counts
  return { ...counts, cells: counts.cells.map((row, i) => row.map((_, j) => counts.cells[j]![i]!)) }
}
