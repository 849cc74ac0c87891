import { useEffect, useRef } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { TellWhat } from '../state/telling.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { AnswerDoneStep } from './AnswerDoneStep.tsx'
import { AnswerStep } from './AnswerStep.tsx'
import { AnswersStep } from './AnswersStep.tsx'
import { LettersDoneStep } from './LettersDoneStep.tsx'
import { LettersStep } from './LettersStep.tsx'
import { PacketDoneStep } from './PacketDoneStep.tsx'
import { PacketStep } from './PacketStep.tsx'
import './telling.css'

const choosing: Readonly<Record<TellWhat, () => React.ReactNode>> = {
  letters: LettersStep,
  packet: PacketStep,
  answer: AnswerStep,
  answers: AnswersStep,
}
const done: Readonly<Record<TellWhat, () => React.ReactNode>> = {
  letters: LettersDoneStep,
  packet: PacketDoneStep,
  answer: AnswerDoneStep,
  answers: AnswersStep,
}

/** Letters to annotators, a packet for somebody without Stet, or an answer of theirs: what is chosen, then what came of it. */
export function TellDialog() {
  const { telling } = useWorkbench().desk
  const what = useValue(telling, state => state.what)
  const step = useValue(telling, state => state.step)
  const begun = useValue(telling, state => state.begun)
  const answers = useValue(telling, state => state.answers)
  const problem = useValue(telling, state => state.problem)
  const isStopped = useValue(telling, state => state.isStopped)
  const body = useRef<HTMLDivElement>(null)
  // Each step begins at its first field or button.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step
  useEffect(() => {
    body.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [step, begun, answers])
  const Step = step === 'working' ? WorkingStep : step === 'done' ? done[what] : choosing[what]
  return (
    <Dialog
      title={en.telling.titles[what]}
      className="tell"
      // While it is written, closing stops it first: whether anything was left is to be seen.
      onClose={() => (step === 'working' ? telling.stop() : telling.close())}
    >
      <div className="tell-step" ref={body}>
        {problem && (
          <p className="wrong" role="alert">
            {en.problems[problem.kind].title} <span className="faint">{problem.detail}</span>
          </p>
        )}
        {isStopped && <p role="status">{en.telling.stopped}</p>}
        <Step />
      </div>
    </Dialog>
  )
}

/** How far it is, and the way to stop it. */
function WorkingStep() {
  const { telling } = useWorkbench().desk
  const progress = useValue(telling, state => state.progress)
  const words = progress ? en.telling.progress(progress.done, progress.of) : en.telling.starting
  return (
    <>
      <p className="tell-progress">
        <progress aria-label={words} max={progress?.of || 1} {...(progress ? { value: progress.done } : {})} />
        {words}
      </p>
      <div className="answers">
        <Button data-first="" onClick={telling.stop}>
          {en.telling.stop}
        </Button>
      </div>
    </>
  )
}
