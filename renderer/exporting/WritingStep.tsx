import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** How far the writing is, and the way to stop it. */
export function WritingStep() {
  const { exporting } = useWorkbench().desk
  const progress = useValue(exporting, state => state.progress)
  const words = progress
    ? en.exporting.progress(en.exporting.writing[progress.doing], progress.done, progress.of)
    : en.exporting.starting
  return (
    <>
      <p className="export-progress">
        <progress
          aria-label={words}
          max={progress?.of || 1}
          // What has no measure of its own goes on without one.
          {...(progress && progress.doing !== 'reading-back' ? { value: progress.done } : {})}
        />
        {words}
      </p>
      <div className="answers">
        <Button data-first="" onClick={exporting.stop}>
          {en.exporting.stop}
        </Button>
      </div>
    </>
  )
}
