import { isAnyEarlier } from '../../shared/packet/earlier.ts'
import { isAnnotatorId } from '../../shared/sidecar/names.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { Unfit } from './Unfit.tsx'

/** What an answer would bring, under which id, and what of it fits nothing any more. */
export function AnswerStep() {
  const { desk } = useWorkbench()
  const { telling } = desk
  const answer = useValue(telling, state => state.answer)
  const id = useValue(telling, state => state.id)
  const looked = useValue(telling, state => state.looked)
  const isReady = useValue(telling, telling.isReady)
  const bring = () =>
    void telling.bring().then(done => {
      if (done)
        desk.notices.say(
          done.isOwn ? en.telling.ownAdded(done.verdicts, done.comments) : en.telling.broughtIn(done.name),
        )
    })
  if (!answer)
    return (
      <div className="answers">
        <Button look="main" data-first="" onClick={telling.close}>
          {en.telling.close}
        </Button>
      </div>
    )
  return (
    <>
      <p>{en.telling.answerOf(answer.name, answer.file, looked?.isOwn === true)}</p>
      {answer.beside !== null && <p>{en.telling.besideOwn(answer.beside)}</p>}
      {answer.perhaps !== null && <p>{en.telling.perhapsOwn(answer.perhaps)}</p>}
      {looked?.isOwn && <p>{en.telling.ownAnswer}</p>}
      <label className="tell-row">
        <span>{en.telling.itsId}</span>
        <input
          type="text"
          data-first=""
          maxLength={32}
          spellCheck={false}
          value={id}
          aria-invalid={!isAnnotatorId(id)}
          onChange={event => void telling.look(event.target.value)}
        />
      </label>
      <div role="status">
        {!isAnnotatorId(id) && <p className="wrong">{en.telling.notAnId(id)}</p>}
        {looked && looked.taken > 0 && <p className="wrong">{en.telling.takenBy(looked.id)}</p>}
        {looked && looked.taken === 0 && looked.newer > 0 && <p className="wrong">{en.telling.newerIs(looked.name)}</p>}
        {looked?.isOwn && looked.newer === 0 && (
          <p>{en.telling.ownWouldAdd({ ...looked, articles: looked.changed })}</p>
        )}
        {looked && !looked.isOwn && looked.taken + looked.newer === 0 && (
          <p>{en.telling.wouldBring({ ...looked, isNothing: looked.written + looked.changed === 0 })}</p>
        )}
        {looked && looked.written + looked.changed === 0 && looked.dated > 0 && <p>{en.telling.onlyLatest}</p>}
        {looked && isAnyEarlier(looked.earlier) && <p>{en.telling.tookPlace(looked.earlier)}</p>}
      </div>
      {looked && <Unfit done={looked} />}
      <div className="answers">
        <Button onClick={telling.close}>{en.cancel}</Button>
        <Button look="main" disabled={!isReady} onClick={bring}>
          {looked?.isOwn ? en.telling.addToOwn : en.telling.bringIn}
        </Button>
      </div>
    </>
  )
}
