import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** How far figures are that are being computed, and the way to stop it. */
export function Figuring() {
  const { agreeing } = useWorkbench().desk
  const figuring = useValue(agreeing, state => state.figuring)
  const progress = useValue(agreeing, state => state.progress)
  if (figuring !== 'running') return null
  const words = progress?.doing === 'figures' ? en.measuring.progress(progress.done, progress.of) : en.agreement.looking
  return (
    <div className="progress">
      <progress
        aria-label={words}
        max={progress?.of || 1}
        {...(progress?.doing === 'figures' ? { value: progress.done } : {})}
      />
      <span>{words}</span>
      <Button look="plain" onClick={agreeing.stop}>
        {en.agreement.stop}
      </Button>
    </div>
  )
}
