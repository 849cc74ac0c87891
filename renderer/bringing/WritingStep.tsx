import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** How far the importing is, and the way to stop it. */
export function WritingStep() {
  const { desk } = useWorkbench()
  const { bringing } = desk
  const done = useValue(bringing, state => state.progress?.done ?? 0)
  const all = useValue(bringing, state => state.looked?.articles ?? 0)
  return (
    <>
      <p className="bring-progress">
        <progress aria-label={en.bring.writing(done, all)} max={all || 1} value={done} />
        {en.bring.writing(done, all)}
      </p>
      <div className="answers">
        <Button data-first="" onClick={bringing.stop}>
          {en.bring.stop}
        </Button>
      </div>
    </>
  )
}
