import { levelsOf, toldOf } from '../../shared/agreement/agreementReport.ts'
import { type LevelName, quotient, ratioOf } from '../../shared/agreement/levelFigures.ts'
import { noLevels } from '../../shared/agreement/levels.ts'
import type { RatedDetail, ToldMeasure } from '../../shared/agreement/scopeDetail.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { ScopeChoice } from './ScopeChoice.tsx'
import { useTagNames } from './useNames.ts'

/** F₁ of spans, as papers report it. */
const scores: readonly LevelName[] = ['found', 'exact', 'tokens']

/** The measures that papers report, of whoever and whichever tag is chosen, with how often tags were chosen. */
export function MeasuresView() {
  const { agreeing } = useWorkbench().desk
  const report = useValue(agreeing, state => state.report)!
  const detail = useValue(agreeing, state => state.detail)
  const scope = useValue(agreeing, state => state.scope)
  const told = toldOf(report, scope.pair)
  const levels = told ? levelsOf(told, scope.tag) : noLevels
  return (
    <>
      <ScopeChoice />
      <table className="measures">
        <caption>{en.agreement.levels.found.why}</caption>
        <Head />
        <tbody>
          {scores.map(level => {
            const ratio = ratioOf(levels, level)
            const interval = detail?.levels[level].interval
            return (
              <Row
                key={level}
                name={level === 'found' ? en.agreement.overlapping : en.agreement.levels[level].name}
                value={quotient(ratio)}
                interval={interval}
                n={ratio.of}
                why={quotient(ratio) === null ? en.agreement.nothingToCompare : null}
                onExplain={() => agreeing.explainLevel(level, scope)}
              />
            )
          })}
        </tbody>
      </table>
      {detail === null && <p role="status">{en.agreement.looking}</p>}
      {detail?.rated.map(rated => (
        <Rated key={rated.over} rated={rated} />
      ))}
      {detail && scope.tag === null && <p className="legend">{en.agreement.measures.chooseTag}</p>}
    </>
  )
}

/** The measures of matched units, or of tokens. */
function Rated({ rated }: { readonly rated: RatedDetail }) {
  const { agreeing } = useWorkbench().desk
  const scope = useValue(agreeing, state => state.scope)
  const labelOf = useTagNames()
  const { over, extent, parting, prevalence } = rated
  const told = en.agreement.measures
  const shares = prevalence.map(({ tag, share }) => told.tagShare(tag ? labelOf(tag) : told.nothing, perCent(share)))
  return (
    <section className="rated" aria-label={told.of[over]}>
      <h3>{told.of[over]}</h3>
      <p className="legend">
        {over === 'units' ? told.unitsWhy : told.tokensWhy}{' '}
        {over === 'units' ? told.extent(extent.units, extent.pairedUnits) : told.extentOfTokens(extent.units)}
      </p>
      <table className="measures">
        <caption className="hidden">{told.of[over]}</caption>
        <Head />
        <tbody>
          {rated.measures.map(({ measure, measured, interval }: ToldMeasure) => (
            <Row
              key={measure}
              name={en.coefficients.measures[measure]}
              value={measured.value}
              interval={interval}
              n={extent.pairedUnits}
              why={measured.value === null ? en.coefficients.reasons[measured.reason] : null}
              onExplain={() => void agreeing.explainMeasure(over, measure, scope)}
            />
          ))}
        </tbody>
      </table>
      {parting && (
        <p className="parting" role="note">
          {en.agreeTable.partingWays(
            perCent(parting.observed),
            parting.kappa === null ? null : parting.kappa.toFixed(2),
            parting.even === null ? null : parting.even.toFixed(2),
            parting.tag ? labelOf(parting.tag) : told.nothing,
            perCent(parting.share),
          )}
        </p>
      )}
      <p className="legend">
        {told.tagShares}: {shares.join(', ')}
      </p>
    </section>
  )
}

function Head() {
  return (
    <thead>
      <tr>
        {en.agreement.measures.columns.map(title => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface RowProps {
  readonly name: string
  readonly value: number | null
  readonly interval: ToldMeasure['interval'] | undefined
  readonly n: number
  /** Why there is no value. */
  readonly why: string | null
  readonly onExplain: () => void
}

function Row({ name, value, interval, n, why, onExplain }: RowProps) {
  const shown = interval
    ? interval.value
      ? en.agreement.interval(interval.value.low, interval.value.high)
      : en.coefficients.reasons[(interval as { reason: keyof typeof en.coefficients.reasons }).reason]
    : en.agreement.intervalComing
  return (
    <tr>
      <th scope="row">{name}</th>
      {value === null ? (
        <td colSpan={3} className="why">
          {why}
        </td>
      ) : (
        <>
          <td>
            <button
              type="button"
              className="figure"
              title={en.agreement.explain}
              aria-label={en.agreement.measure(name, value.toFixed(3), shown, en.agreement.of(n))}
              onClick={onExplain}
            >
              <span className="value">{value.toFixed(3)}</span>
            </button>
          </td>
          <td className="interval">{shown}</td>
          <td>{n}</td>
        </>
      )}
    </tr>
  )
}

function perCent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
