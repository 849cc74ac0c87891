import { useEffect, useRef } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { UnpackStep } from '../state/unpacking.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ArticlesStep } from './ArticlesStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { WritingStep } from './WritingStep.tsx'
import './unpacking.css'

const steps: Readonly<Record<UnpackStep, () => React.ReactNode>> = {
  columns: ColumnsStep,
  articles: ArticlesStep,
  writing: WritingStep,
  done: DoneStep,
}

/** Takes a file of many articles apart into the workspace, step by step. */
export function UnpackDialog() {
  const { desk } = useWorkbench()
  const { unpacking } = desk
  const step = useValue(unpacking, state => state.step)
  const file = useValue(unpacking, state => state.opened?.file ?? '')
  const problem = useValue(unpacking, state => state.problem)
  const body = useRef<HTMLDivElement>(null)
  // Each step begins at its first field or button; what it is called is said with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step
  useEffect(() => {
    body.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [step])
  const Step = steps[step]

  return (
    <Dialog
      title={en.unpack.title(file)}
      className="unpack"
      // While it is written, closing stops it first: what was done is to be seen.
      onClose={() => (step === 'writing' ? unpacking.stop() : unpacking.close())}
    >
      <div className="unpack-step" ref={body}>
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
