import { useEffect, useRef } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { ExportStep } from '../state/exporting.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ChoosingStep } from './ChoosingStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { failureOf } from './failureOf.ts'
import { NobodyStep } from './NobodyStep.tsx'
import { WritingStep } from './WritingStep.tsx'
import './exporting.css'

const steps: Readonly<Record<ExportStep, () => React.ReactNode>> = {
  choosing: ChoosingStep,
  writing: WritingStep,
  done: DoneStep,
}

/** Makes a dataset of the workspace: what is chosen, what would be lost, then its receipt. */
export function ExportDialog() {
  const { desk } = useWorkbench()
  const { exporting } = desk
  const workspace = useValue(desk.workspace, state => state.name)
  const step = useValue(exporting, state => state.step)
  const begun = useValue(exporting, state => state.begun)
  const problem = useValue(exporting, state => state.problem)
  const body = useRef<HTMLDivElement>(null)
  const isNobody = begun !== null && begun.layers.length === 0
  // Each step begins at its first field or button; what it is called is said with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step
  useEffect(() => {
    body.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [step, begun])
  const Step = isNobody ? NobodyStep : steps[step]

  return (
    <Dialog
      title={en.exporting.title(workspace)}
      className={`export ${isNobody ? '' : step}`}
      // While it is written, closing stops it first: whether anything was left is to be seen.
      onClose={() => (step === 'writing' ? exporting.stop() : exporting.close())}
    >
      <div className="export-step" ref={body}>
        {problem && (
          <p className="wrong" role="alert">
            {failureOf(problem)}
          </p>
        )}
        {begun === null && !problem ? <p role="status">{en.exporting.looking}</p> : begun && <Step />}
      </div>
    </Dialog>
  )
}
