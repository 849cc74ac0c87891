import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** How far a change of many articles is, and the way to stop it. */
export function Progress() {
  const { desk } = useWorkbench()
  const running = useValue(desk.bulk, state => state.running)
  if (!running || running.total === 0) return null
  return (
    <>
      <progress aria-label={running.title} max={running.total} value={running.done} />
      <span className="faint small">{en.register.working(running.done, running.total)}</span>
      <Button look="plain" onClick={() => void desk.bulk.cancel()}>
        {en.cancel}
      </Button>
    </>
  )
}
