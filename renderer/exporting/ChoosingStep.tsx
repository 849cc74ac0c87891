import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { FormatList } from './FormatList.tsx'
import { HowWritten } from './HowWritten.tsx'
import { Losses } from './Losses.tsx'
import { SplitChoice } from './SplitChoice.tsx'
import { TargetQuestion } from './TargetQuestion.tsx'
import { useExport } from './useExport.ts'
import { WhatGoesIn } from './WhatGoesIn.tsx'

/** The format on one side; on the other what goes in, how, and what would be lost. */
export function ChoosingStep() {
  const { exporting } = useWorkbench().desk
  const format = useValue(exporting, exporting.format)
  const isReady = useValue(exporting, exporting.isReady)
  const target = useValue(exporting, state => state.target)
  const isStopped = useValue(exporting, state => state.isStopped)
  const run = useExport()
  if (!format) return null
  return (
    <>
      <div className="export-panes">
        <FormatList />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
        <section className="export-choices" aria-labelledby="export-format" tabIndex={0}>
          <div className="export-format">
            <h3 id="export-format">{en.exporting.names[format.id] ?? format.id}</h3>
            <p>{en.exporting.why[format.id]}</p>
            <p className="faint">
              {format.readBy.length > 0 ? (
                <>
                  {en.exporting.readBy} <span translate="no">{format.readBy.join(', ')}</span>
                </>
              ) : (
                en.datasets.notReadByOthers
              )}
            </p>
          </div>
          <Losses />
          <WhatGoesIn />
          <HowWritten format={format} />
          <SplitChoice />
        </section>
      </div>
      {isStopped && <p role="status">{en.exporting.stopped}</p>}
      {target && <TargetQuestion target={target} />}
      <div className="answers">
        <Summary />
        <Button onClick={exporting.close}>{en.cancel}</Button>
        <Button look="main" disabled={!isReady} onClick={() => run(exporting.export)}>
          {en.exporting.export}
        </Button>
      </div>
    </>
  )
}

/** What the dataset would have, always in sight. */
function Summary() {
  const { exporting } = useWorkbench().desk
  const weighed = useValue(exporting, state => state.weighed)
  const isWeighing = useValue(exporting, state => state.isWeighing)
  if (!weighed || isWeighing) return <p className="export-summary faint" />
  const lost = { dropped: 0, changed: 0 }
  for (const { dropped, changed } of weighed.losses) {
    lost.dropped += dropped
    lost.changed += changed
  }
  return (
    <p className="export-summary faint">
      {[en.exporting.summary(weighed.articles, weighed.annotations, weighed.links), en.exporting.lossSummary(lost)]
        .filter(Boolean)
        .join(' · ')}
    </p>
  )
}
