import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** How far the writing is, and the way to stop it. */
export function WritingStep() {
  const { desk } = useWorkbench()
  const { unpacking } = desk
  const progress = useValue(unpacking, state => state.progress)
  const all = useValue(unpacking, ({ survey, differing }) =>
    survey ? survey.fresh + (differing ? survey.differing : 0) : 0,
  )
  const done = progress?.fresh ?? 0
  return (
    <>
      <p className="unpack-progress">
        <progress aria-label={en.unpack.writing(done, all)} max={all || 1} value={done} />
        {en.unpack.writing(done, all)}
      </p>
      <div className="answers">
        <Button data-first="" onClick={unpacking.stop}>
          {en.unpack.stop}
        </Button>
      </div>
    </>
  )
}
