import { useEffect, useState } from 'react'
import { overs } from '../../shared/agreement/figures/figure.ts'
import { isPlannable, planFields } from '../../shared/organise/planFields.ts'
import { planByFigure } from '../../shared/organise/planFigure.ts'
import { isFew, widthsAround } from '../../shared/organise/planner.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { Piloted, PilotFigure } from '../state/pilot.ts'
import { Button } from '../ui/Button.tsx'
import { WidthTable } from './WidthTable.tsx'

/** How many articles there have to be for an interval of a width, by what two or more have annotated so far. */
export function PilotView() {
  const { pilot } = useWorkbench().desk
  const { isRunning, isStopped, isEmpty, measured, sealed, problem } = useValue(pilot, state => state)
  useEffect(() => {
    void pilot.measure()
    return pilot.leave
  }, [pilot])
  const words = en.planning.pilot
  return (
    <>
      <p>{words.what}</p>
      {isRunning && <Running />}
      <div role="status">
        {isStopped && <p>{words.stopped}</p>}
        {isEmpty && <p>{words.nobody}</p>}
        {!isRunning && sealed > 0 && <p className="faint">{words.sealed(sealed)}</p>}
      </div>
      {problem && (
        <p className="wrong" role="alert">
          {en.problems[problem.kind].title}. {en.problems[problem.kind].meaning}
        </p>
      )}
      {measured && <Planned {...measured} />}
      {!isRunning && (
        <div className="organising-buttons">
          <Button look="line" onClick={() => void pilot.measure()}>
            {words.again}
          </Button>
        </div>
      )}
    </>
  )
}

function Running() {
  const { pilot } = useWorkbench().desk
  const progress = useValue(pilot, state => state.progress)
  const said = { ...en.agreement.progress, figures: en.planning.pilot.figures }
  const words = progress ? said[progress.doing](progress.done, progress.of) : en.agreement.looking
  return (
    <p className="pilot-progress">
      <progress aria-label={words} max={progress?.of || 1} {...(progress ? { value: progress.done } : {})} />
      <span>{words}</span>
      <Button look="plain" onClick={pilot.stop}>
        {en.planning.pilot.stop}
      </Button>
    </p>
  )
}

function Planned({ articles, annotators, figures, unread }: Piloted) {
  const words = en.planning.pilot
  const [said, setSaid] = useState(String(planFields.width.usual))
  const [chosen, setChosen] = useState<string | null>(null)
  const width = Number(said)
  const isBad = !isPlannable('width', width)
  // What says something of its own accord comes first: a measure whose interval can be gone by.
  const shown =
    figures.find(({ key }) => key === chosen) ??
    figures.find(({ group, figure }) => planByFigure(group, figure, width).needed !== null) ??
    figures[0]
  if (!shown) return null
  return (
    <>
      <div className="organising-choices">
        <label>
          {words.measure}
          <select value={shown.key} onChange={event => setChosen(event.target.value)}>
            {overs.map(over => (
              <Measures key={over} label={en.figures.overs[over]} of={figures.filter(one => one.group.over === over)} />
            ))}
          </select>
        </label>
        <label title={en.organising.planHints.width}>
          {words.width}
          <input
            className="field number"
            type="number"
            min={planFields.width.least}
            max={planFields.width.most}
            step={planFields.width.step}
            aria-invalid={isBad}
            value={said}
            onChange={event => setSaid(event.target.value)}
          />
        </label>
      </div>
      {isBad ? <p className="wrong">{en.organising.planBad}</p> : <ByFigure {...shown} width={width} />}
      <p>
        {words.restsOn(articles, annotators)} {unread > 0 && words.leftOut(unread)}
      </p>
      <p>
        {words.extrapolated} {isFew(articles) && words.few(articles)}
      </p>
      <p className="faint">{en.planning.sources.pilot}</p>
    </>
  )
}

function Measures({ label, of }: { readonly label: string; readonly of: readonly PilotFigure[] }) {
  if (of.length === 0) return null
  return (
    <optgroup label={label}>
      {of.map(({ key, figure }) => (
        <option key={key} value={key}>
          {nameOf(figure)}
        </option>
      ))}
    </optgroup>
  )
}

function nameOf({ measure, level }: PilotFigure['figure']): string {
  const { figures, planning } = en
  return planning.pilot.option(figures.titles[measure], level && figures.levels[level])
}

function ByFigure({ group, figure, width }: PilotFigure & { readonly width: number }) {
  const { desk } = useWorkbench()
  const isBlind = useValue(desk.reviewView, state => state.isBlind)
  const words = en.planning.pilot
  const name = nameOf(figure)
  const { interval, needed, more } = planByFigure(group, figure, width)
  const value = figure.value!
  const soFar = interval ? words.figure(value, interval.low, interval.high) : words.value(value)
  return (
    <>
      <p className="planned" role="status">
        {needed === null ? words.noResult(name) : words.result(needed, width, name, more!)}
      </p>
      {/* Where names are hidden, so is how far they agree, but in the sheet that is for it. */}
      {!isBlind && <p>{words.soFar(name, soFar, en.figures.overs[group.over])}</p>}
      {needed !== null && (
        <WidthTable
          label={words.table}
          heads={[words.widths.width, words.widths.more, words.widths.articles]}
          width={width}
          rows={widthsAround(width).map(one => {
            const plan = planByFigure(group, figure, one)
            return { width: one, beside: plan.more!, articles: plan.needed! }
          })}
        />
      )}
    </>
  )
}
