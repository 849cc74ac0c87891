import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { useAnnotators } from './useNames.ts'

/** What the figures are of; while they are computed, how far that is, and the way to stop it. */
export function Progress() {
  const { agreeing } = useWorkbench().desk
  const begun = useValue(agreeing, state => state.begun)
  const report = useValue(agreeing, state => state.report)
  const isComparing = useValue(agreeing, state => state.isComparing)
  const isStopped = useValue(agreeing, state => state.isStopped)
  const progress = useValue(agreeing, state => state.progress)
  const { unread, unplaced } = useValue(agreeing, state => state.leftOut)
  const { nameOf, inOrder, isBlind } = useAnnotators()

  if (isComparing) {
    const { doing, done, of } = progress ?? {}
    const words =
      doing === 'reading' || doing === 'comparing' ? en.agreement.progress[doing](done!, of!) : en.agreement.looking
    return (
      <div className="progress">
        <progress
          aria-label={words}
          max={progress?.of || 1}
          // Before anything is known of how far it is, it has no measure.
          {...(progress ? { value: progress.done } : {})}
        />
        <span>{words}</span>
        {report && <span className="faint">{en.agreement.stale}</span>}
        <Button look="plain" onClick={agreeing.stop}>
          {en.agreement.stop}
        </Button>
      </div>
    )
  }
  if (isStopped)
    return (
      <div className="progress">
        <span role="status">{report ? en.agreement.stopped : en.agreement.stoppedFirst}</span>
        <Button look="plain" onClick={() => void agreeing.compare()}>
          {en.agreement.goOn}
        </Button>
      </div>
    )
  const leftOut = en.agreement.leftOut(unread, unplaced)
  const sealed = begun?.sealed ?? []
  return (
    <div className="progress">
      {report && report.articles > 0 && (
        <span>{en.agreement.who(report.articles, inOrder(report.annotators).map(nameOf))}</span>
      )}
      {leftOut && <span className="faint">{en.agreement.leftOutEnd(leftOut)}</span>}
      {sealed.length > 0 && (
        <span className="faint">{isBlind ? en.agreement.sealedSome(sealed.length) : en.agreement.sealed(sealed)}</span>
      )}
    </div>
  )
}
