import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** How far figures are that are being computed, and the way to stop it. */
export function Figuring() {
  const { agreeing } = useWorkbench().desk
  const figuring = useValue(agreeing, state => state.figuring)
  const progress = useValue(agreeing, state => state.progress)
  if (figuring !== 'running') return null
  const far = progress?.doing === 'figures' ? progress : null
  return (
    <HowFar
      far={far}
      words={far ? en.measuring.progress(far.done, far.of) : en.agreement.looking}
      stopWords={en.agreement.stop}
      onStop={agreeing.stop}
    />
  )
}

/** The same of figures that are being saved. */
export function Saving() {
  const { saving } = useWorkbench().desk.agreeing
  const isRunning = useValue(saving, state => state.isRunning)
  const far = useValue(saving, state => state.progress)
  if (!isRunning || !far) return null
  const { saving: words, stop } = en.measuring.report
  return <HowFar far={far} words={words(far.done, far.of)} stopWords={stop} onStop={saving.stop} />
}

interface HowFarProps {
  /** Null before anything is known of it. */
  readonly far: { readonly done: number; readonly of: number } | null
  readonly words: string
  readonly stopWords: string
  readonly onStop: () => void
}

function HowFar({ far, words, stopWords, onStop }: HowFarProps) {
  return (
    <div className="progress">
      <progress aria-label={words} max={far?.of || 1} {...(far ? { value: far.done } : {})} />
      <span>{words}</span>
      <Button look="plain" onClick={onStop}>
        {stopWords}
      </Button>
    </div>
  )
}
