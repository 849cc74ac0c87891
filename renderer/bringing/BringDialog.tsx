import { useEffect, useRef } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { BringStep } from '../state/bringing.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ChooseStep } from './ChooseStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { MapStep } from './MapStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import { WritingStep } from './WritingStep.tsx'
import './bringing.css'

const steps: Readonly<Record<BringStep, () => React.ReactNode>> = {
  choose: ChooseStep,
  preview: PreviewStep,
  map: MapStep,
  writing: WritingStep,
  done: DoneStep,
}

/** Imports what others annotated into the workspace, step by step. */
export function BringDialog() {
  const { desk } = useWorkbench()
  const { bringing } = desk
  const step = useValue(bringing, state => state.step)
  const opened = useValue(bringing, state => state.opened)
  const isLooked = useValue(bringing, state => state.looked !== null)
  const problem = useValue(bringing, state => state.problem)
  const body = useRef<HTMLDivElement>(null)
  // Each step begins at its first field or button.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step, and what is there to be reached
  useEffect(() => {
    // Each step is read from its top.
    body.current?.closest('.sheet')?.scrollTo(0, 0)
    const first = body.current?.querySelector<HTMLElement>('[data-first]')
    ;(first ?? body.current?.querySelector<HTMLElement>('select'))?.focus({ preventScroll: true })
  }, [step, opened, isLooked])
  const Step = steps[step]
  const isUnderWay = step === 'writing' || (step === 'preview' && !isLooked)

  return (
    <Dialog
      title={en.bring.title(opened?.file ?? '')}
      className="bring"
      // What is under way is stopped first: what was done is to be seen.
      onClose={() => (isUnderWay ? bringing.stop() : bringing.close())}
    >
      <div className="bring-step" ref={body}>
        {problem && (
          <p className="wrong" role="alert">
            {en.problems[problem.kind].title}. {problem.detail} {en.problems[problem.kind].remedy}
          </p>
        )}
        <Step />
      </div>
    </Dialog>
  )
}
