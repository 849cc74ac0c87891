import type { GammaByTag, GammaReport, GammaSum } from '../../shared/agreement/gamma/articleGamma.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { gammaIn } from './gammaIn.ts'
import { signed } from './MeasureRow.tsx'
import { useAnnotators, useTagNames } from './useNames.ts'

/** γ, which takes long: computed when somebody asks for it, of what is chosen then, and kept while the sheet is open; shown of whom the scope is of. */
export function GammaView() {
  const { agreeing } = useWorkbench().desk
  const { gamma } = agreeing
  const asked = useValue(gamma, state => state)
  const open = useValue(agreeing, state => state.choices.open ?? [])
  // Whether what was measured is what is chosen is asked again whenever something else is chosen.
  useValue(agreeing, state => state.choices)
  const isOfChosen = gamma.isOfChosen()
  const { isRunning, isStopped, progress, report, of, unread, problem } = asked
  const { inOrder, nameOf } = useAnnotators()
  const labelOf = useTagNames()
  const told = en.agreement.gamma
  const words = progress ? en.agreement.progress.gamma(progress.done, progress.of) : en.agreement.looking
  return (
    <details
      className="rated gamma"
      open={open.includes('gamma')}
      onToggle={event => {
        const { open: isOpen } = event.currentTarget
        if (isOpen !== (agreeing.getState().choices.open ?? []).includes('gamma')) agreeing.open('gamma', isOpen)
      }}
    >
      <summary>
        <span className="name">{told.title}</span>
        {report && <span className="faint">{told.measured(report.articles)}</span>}
      </summary>
      <p className="legend">{told.why}</p>
      {isRunning ? (
        <div className="progress">
          <progress aria-label={words} max={progress?.of || 1} {...(progress ? { value: progress.done } : {})} />
          <span>{words}</span>
          <Button look="plain" onClick={gamma.stop}>
            {told.stop}
          </Button>
        </div>
      ) : (
        <div className="progress">
          {(!report || !isOfChosen) && (
            <Button onClick={() => void gamma.compute()}>{report ? told.computeAnew : told.compute}</Button>
          )}
          {isStopped && <span role="status">{told.stopped}</span>}
          {problem && (
            <span role="alert" className="wrong">
              {en.problems[problem.kind].title}. {en.problems[problem.kind].meaning}
            </span>
          )}
        </div>
      )}
      {report && of && (
        <>
          <p className="legend" translate="no">
            {told.ofWhom(inOrder(of.layers).map(nameOf), of.tags === null ? null : of.tags.map(labelOf))}
            {!isOfChosen && ` ${told.another}`}
          </p>
          <GammaOfScope report={report} />
          {unread > 0 && <p className="legend">{told.unread(unread)}</p>}
        </>
      )}
    </details>
  )
}

function GammaOfScope({ report }: { readonly report: GammaReport }) {
  const { agreeing } = useWorkbench().desk
  const { pair } = useValue(agreeing, state => state.scope)
  const { pairName } = useAnnotators()
  const measured = gammaIn(report, pair)
  if (!measured) return <p className="empty">{en.agreement.gamma.noPair}</p>
  return (
    <>
      {pair && (
        <p className="legend" translate="no">
          {pairName(pair)}
        </p>
      )}
      <GammaTable report={measured} />
    </>
  )
}

function GammaTable({ report }: { readonly report: GammaByTag<GammaSum> }) {
  const { agreeing } = useWorkbench().desk
  const labelOf = useTagNames()
  const told = en.agreement.gamma
  if (report.all.articles === 0) return <p className="empty">{told.none}</p>
  const row = (tag: string | null, one: GammaSum) => {
    const name = tag === null ? en.agreement.anyTag : labelOf(tag)
    const own = tag === null ? one.cat : (report.all.k[tag] ?? null)
    return (
      <tr key={tag ?? ''}>
        <th scope="row" dir="auto">
          {name}
        </th>
        <td>
          {one.value === null ? (
            <span title={told.noValue}>{en.agreement.value(null)}</span>
          ) : (
            <button
              type="button"
              className="figure"
              title={en.agreement.explain}
              aria-label={told.figure(name, signed(one.value), one.articles)}
              onClick={() => agreeing.explainGamma(tag)}
            >
              <span className="value">{signed(one.value)}</span>
            </button>
          )}
        </td>
        <td>{own === null ? en.agreement.value(null) : signed(own)}</td>
        <td>{en.number(one.articles)}</td>
        <td>{one.units.toFixed(1)}</td>
        <td className="says">{one.isProven ? told.proven : told.unproven}</td>
      </tr>
    )
  }
  return (
    <>
      <table className="measures">
        <caption className="hidden">{told.title}</caption>
        <thead>
          <tr>
            {told.columns.map(title => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(null, report.all)}
          {Object.entries(report.byTag).map(([tag, one]) => row(tag, one))}
        </tbody>
      </table>
      <p className="legend">{told.legend}</p>
    </>
  )
}
