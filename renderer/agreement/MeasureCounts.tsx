import type { Explained } from '../../shared/agreement/coefficients/explain.ts'
import type { MeasureGround } from '../../shared/agreement/scopeDetail.ts'
import { words as en } from '../../shared/words/words.ts'
import { useNames, useTagNames } from './useNames.ts'

/** What a coefficient counts: a table of two annotators, of coincidences, or how often each tag was chosen. */
export function MeasureCounts({
  explained,
  ground,
}: {
  readonly explained: Explained
  readonly ground: MeasureGround
}) {
  const nameOf = useNames()
  const labelOf = useTagNames()
  const { counts, raters } = explained
  if (!counts) return null
  const names = counts.codes.map(code => labelOf(String(ground.ratings.categories[code] ?? '')))
  const [first = '', second = ''] = raters.map(rater => nameOf(ground.annotators[rater] ?? ''))
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
        <caption>
          {counts.kind === 'coincidence' ? en.agreeTable.coincidences : en.agreeTable.contingency(first, second)}
        </caption>
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
