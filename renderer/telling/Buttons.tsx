import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** The way on from what is chosen, and back. `said` is heard once something was written. */
export function WriteButtons({ label, said }: { label: string; said: string }) {
  const { desk } = useWorkbench()
  const { telling } = desk
  const isReady = useValue(telling, telling.isReady)
  const taken = useValue(telling, state => state.taken)
  const write = () =>
    void telling.write().then(isDone => {
      if (isDone) desk.notices.say(said)
    })
  return (
    <>
      {taken !== null && (
        <p className="wrong" role="alert">
          {en.telling.nameTaken(taken)}
        </p>
      )}
      <div className="answers">
        <Button onClick={telling.close}>{en.cancel}</Button>
        <Button look="main" disabled={!isReady} onClick={write}>
          {label}
        </Button>
      </div>
    </>
  )
}

/** Shows what was written, and ends. */
export function DoneButtons({ hasFile }: { hasFile: boolean }) {
  const { desk } = useWorkbench()
  const { telling } = desk
  return (
    <div className="answers">
      {hasFile && <Button onClick={() => void telling.reveal().catch(desk.fail)}>{en.telling.show}</Button>}
      <Button look="main" data-first="" onClick={telling.close}>
        {en.telling.close}
      </Button>
    </div>
  )
}
