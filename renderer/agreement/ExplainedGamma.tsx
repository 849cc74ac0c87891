import type { Scope } from '../../shared/agreement/agreementReport.ts'
import { gammaBetween } from '../../shared/agreement/gamma/articleGamma.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Counted } from './Counted.tsx'
import { ExplainedValues } from './ExplainedFigure.tsx'
import { ExplainedRest } from './ExplainedRest.tsx'
import { gammaIn } from './gammaIn.ts'
import { signed } from './MeasureRow.tsx'
import { useTagNames } from './useNames.ts'

/** γ of a tag, or of all, of two annotators or of all: both disorders, what they were drawn of, and where it is from. */
export function ExplainedGamma({ scope: { pair, tag } }: { readonly scope: Scope }) {
  const { gamma } = useWorkbench().desk.agreeing
  const report = useValue(gamma, state => state.report)
  const of = useValue(gamma, state => state.of)
  const labelOf = useTagNames()
  const measured = report && gammaIn(report, pair)
  const one = tag === null ? measured?.all : measured?.byTag[tag]
  if (!measured || !of || !one || one.value === null) return null
  const told = en.agreement.gamma
  const own = tag === null ? one.cat : (measured.all.k[tag] ?? null)
  const { observed, expected, units, samples, articles, value } = one
  const limits = one.isProven ? null : gammaBetween(one)
  const between = limits && { least: signed(limits.least), most: signed(limits.most) }
  const digits = (figure: number) => figure.toFixed(6)
  return (
    <>
      <h4>{en.agreement.countsTitle}</h4>
      <Counted pair={pair}>
        <ExplainedValues
          values={[
            { symbol: 'Do', value: observed, says: told.counts.observed },
            { symbol: 'De', value: expected, says: told.counts.expected },
            { symbol: 'n', value: articles, says: told.counts.articles },
            { symbol: 'u', value: units, says: told.counts.units },
            { symbol: 's', value: samples, says: told.counts.samples },
            ...(own === null
              ? []
              : [{ symbol: tag === null ? 'γcat' : 'γk', value: own, says: tag === null ? told.cat : told.k }]),
          ]}
        />
      </Counted>
      {between && <p className="legend">{told.between(between)}</p>}
      <ExplainedRest
        pair={pair}
        formula={told.formula}
        worked={`γ = 1 − ${digits(observed)} / ${digits(expected)} = ${digits(value).replace('-', '−')}`}
        citation={told.citation}
        methods={told.methods({
          ...{ annotators: pair ? 2 : of.layers.length, articles, samples, between, value: signed(value) },
          ...{ tag: tag === null ? null : labelOf(tag), own: own === null ? null : signed(own) },
        })}
      />
    </>
  )
}
