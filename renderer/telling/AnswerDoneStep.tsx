import { isAnyEarlier } from '../../shared/packet/earlier.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { DoneButtons } from './Buttons.tsx'
import { TakeBackAnswer } from './TakeBack.tsx'
import { Unfit } from './Unfit.tsx'

/** What an answer brought. */
export function AnswerDoneStep() {
  const { telling } = useWorkbench().desk
  const done = useValue(telling, state => state.looked)
  if (!done) return null
  const { id, name, verdicts, comments, isOwn } = done
  if (isOwn)
    return (
      <>
        <p className="what">{en.telling.ownAdded(verdicts, comments)}</p>
        {isAnyEarlier(done.earlier) && <p>{en.telling.tookPlace(done.earlier)}</p>}
        <Unfit done={done} />
        <DoneButtons hasFile={false} />
      </>
    )
  return (
    <>
      <div>
        <p className="what">{en.telling.broughtIn(name)}</p>
        <p>{en.telling.answer({ id, name, verdicts, comments, isDone: true })}</p>
        <p>{en.telling.files({ written: done.written, changed: done.changed, same: done.same })}</p>
        {done.aside !== '' && <p>{en.telling.aside(done.aside)}</p>}
        {isAnyEarlier(done.earlier) && <p>{en.telling.tookPlace(done.earlier)}</p>}
      </div>
      <Unfit done={done} />
      {done.written + done.changed > 0 && <TakeBackAnswer />}
      <DoneButtons hasFile={false} />
    </>
  )
}
