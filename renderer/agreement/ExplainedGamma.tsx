import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Counted } from './Counted.tsx'
import { ExplainedValues } from './ExplainedFigure.tsx'
import { ExplainedRest } from './ExplainedRest.tsx'
import { signed } from './MeasureRow.tsx'
import { useTagNames } from './useNames.ts'

/** γ of a tag, or of all: both disorders, what they were drawn of, and where it is from. */
export function ExplainedGamma({ tag }: { readonly tag: string | null }) {
  const { gamma } = useWorkbench().desk.agreeing
  const report = useValue(gamma, state => state.report)
  const of = useValue(gamma, state => state.of)
  const labelOf = useTagNames()
  const one = tag === null ? report?.all : report?.byTag[tag]
  if (!report || !of || !one || one.value === null) return null
  const told = en.agreement.gamma
  const own = tag === null ? one.cat : (report.all.k[tag] ?? null)
  const { observed, expected, units, samples, articles, isProven, value } = one
  const digits = (figure: number) => figure.toFixed(6)
  return (
    <>
      <h4>{en.agreement.countsTitle}</h4>
      <Counted pair={null}>
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
      {!isProven && <p className="legend">{en.agreeLayers.gammaUnproven.trim()}</p>}
      <ExplainedRest
        pair={null}
        formula={told.formula}
        worked={`γ = 1 − ${digits(observed)} / ${digits(expected)} = ${digits(value).replace('-', '−')}`}
        citation={told.citation}
        methods={told.methods({
          ...{ annotators: of.layers.length, articles, samples, isProven, value: signed(value) },
          ...{ tag: tag === null ? null : labelOf(tag), own: own === null ? null : signed(own) },
        })}
      />
    </>
  )
}
