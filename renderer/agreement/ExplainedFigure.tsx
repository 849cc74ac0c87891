import { useMemo } from 'react'
import { explainFigure } from '../../shared/agreement/figures/explainFigure.ts'
import { words as en } from '../../shared/words/words.ts'
import type { ExplainedFigure as Explained } from '../state/agreeing.ts'
import { Counted } from './Counted.tsx'
import { ExplainedRest } from './ExplainedRest.tsx'
import { MeasureCounts } from './MeasureCounts.tsx'
import { useTagNames } from './useNames.ts'
import { useValueNames } from './useValueNames.ts'

/** A measure that isn't of a level: what was counted, what comes of it, and where the formula is from. */
export function ExplainedFigure({ explained }: { readonly explained: Explained & { readonly kind: 'figure' } }) {
  const { named, told, interval } = explained
  const labelOf = useTagNames()
  const { questionOf } = useValueNames()
  const made = useMemo(() => {
    if (!told) return null
    const tag = named.tag === null ? null : labelOf(named.tag)
    return explainFigure(told, named, { interval, tag, question: questionOf(named) })
  }, [told, named, interval, labelOf, questionOf])
  if (!told || !made) return <p role="status">{en.agreement.looking}</p>
  return (
    <>
      <h4>{en.agreement.countsTitle}</h4>
      <Counted pair={named.pair}>
        <MeasureCounts explained={made} annotators={told.annotators} named={named} />
        {made.values.length > 0 && <ExplainedValues values={made.values} />}
      </Counted>
      <ExplainedRest {...made} pair={named.pair} />
    </>
  )
}

/** What goes into a formula, by its letters. */
export function ExplainedValues({
  values,
}: {
  readonly values: readonly { readonly symbol: string; readonly value: number; readonly says: string }[]
}) {
  return (
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
  )
}
