import { useEffect, useState } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { type AgreementView, agreementViews } from '../state/agreeing.ts'
import { Button } from '../ui/Button.tsx'
import { copyWords } from '../ui/copyWords.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { AnatomyView } from './AnatomyView.tsx'
import { ConfusionView } from './ConfusionView.tsx'
import { Controls } from './Controls.tsx'
import { Empty } from './Empty.tsx'
import { Explanation } from './Explanation.tsx'
import { Figuring, Saving } from './Figuring.tsx'
import { LevelsView } from './LevelsView.tsx'
import { MeasuresView } from './MeasuresView.tsx'
import { Progress } from './Progress.tsx'
import { reportInWords } from './reportInWords.ts'
import { TimeView } from './TimeView.tsx'
import { useAnnotators, useTagNames } from './useNames.ts'
import './agreement.css'

const views: Readonly<Record<AgreementView, () => React.ReactNode>> = {
  levels: LevelsView,
  measures: MeasuresView,
  anatomy: AnatomyView,
  confusion: ConfusionView,
  time: TimeView,
}

/** How far the annotators of the workspace agree: what is compared on the left, the figures of it on the right. */
export function AgreementSheet() {
  const { desk } = useWorkbench()
  const { agreeing } = desk
  const view = useValue(agreeing, state => state.view)
  const report = useValue(agreeing, state => state.report)
  const problem = useValue(agreeing, state => state.problem)
  const isComparing = useValue(agreeing, state => state.isComparing)
  const hasExplained = useValue(agreeing, state => state.explained !== null)
  const annotators = useAnnotators()
  const isSaving = useValue(agreeing.saving, state => state.isRunning)
  const notSaved = useValue(agreeing.saving, state => state.problem)
  const labelOf = useTagNames()
  const [saved, setSaved] = useState<string | null>(null)
  const View = views[view]
  const hasFigures = report !== null && report.articles > 0

  useEffect(() => {
    if (report) desk.notices.say(en.agreement.computed(report.articles))
  }, [desk, report])

  function copyReport(): void {
    const { reported, leftOut } = agreeing.getState()
    if (!report || !reported) return
    if (copyWords(reportInWords(report, { ...reported, leftOut }, annotators, labelOf)))
      desk.notices.say(en.agreement.reportCopied)
  }

  async function saveReport(format: 'csv' | 'html'): Promise<void> {
    const { inOrder, nameOf, isBlind } = annotators
    setSaved(null)
    const names = inOrder(agreeing.getState().begun?.layers.map(({ annotator }) => annotator) ?? [])
    const done = await agreeing.saving.save({
      ...{ format, isBlind },
      names: names.map(annotator => ({ annotator, name: nameOf(annotator) })),
    })
    if (!done || (done.file === null && !done.isStopped)) return
    const words = done.file === null ? en.measuring.report.notSaved : en.measuring.report.saved(done.file)
    desk.notices.say(words)
    setSaved(words)
  }

  return (
    <Dialog title={en.agreement.title} titled={false} className="agreement" onClose={agreeing.close}>
      <header>
        <p className="title" aria-hidden="true">
          {en.agreement.title}
        </p>
        <Progress />
        <span className="gap" />
        <Button look="plain" disabled={!hasFigures} onClick={copyReport}>
          {en.agreement.copyReport}
        </Button>
        {(['csv', 'html'] as const).map(format => (
          <Button
            key={format}
            look="plain"
            disabled={!hasFigures || isComparing || isSaving}
            onClick={() => void saveReport(format)}
          >
            {en.measuring.report[format]}
          </Button>
        ))}
        <Saving />
        {saved !== null && <span className="faint">{saved}</span>}
        <Button look="main" onClick={agreeing.close}>
          {en.close}
        </Button>
      </header>
      {[problem, notSaved].map(
        (one, i) =>
          one && (
            <p key={i === 0 ? 'compared' : 'saved'} className="wrong" role="alert">
              {en.problems[one.kind].title}. {en.problems[one.kind].meaning}
            </p>
          ),
      )}
      <div className={`halves ${hasExplained ? 'explaining' : ''}`}>
        <Controls />
        <div className="figures" aria-busy={isComparing}>
          {hasFigures ? (
            <>
              <Views />
              <Figuring />
              <section className={`view ${isComparing ? 'stale' : ''}`} aria-label={en.agreement.views[view]}>
                <View />
              </section>
            </>
          ) : (
            <Empty />
          )}
        </div>
        {hasExplained && hasFigures && <Explanation />}
      </div>
    </Dialog>
  )
}

/** Which of the views is shown. */
function Views() {
  const { agreeing } = useWorkbench().desk
  const view = useValue(agreeing, state => state.view)
  return (
    <fieldset className="views">
      <legend className="hidden">{en.agreement.viewsLabel}</legend>
      {agreementViews.map(one => (
        <label key={one} className={one === view ? 'chosen' : ''}>
          <input type="radio" name="agreement-view" checked={one === view} onChange={() => agreeing.look(one)} />
          {en.agreement.views[one]}
        </label>
      ))}
    </fieldset>
  )
}
