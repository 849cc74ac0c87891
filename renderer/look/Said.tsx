import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

/** What was done, for those who listen: the window's own sentences are silent behind a dialog. */
export function Said() {
  const { desk } = useWorkbench()
  const said = useValue(desk.notices, state => state.said)
  return (
    <div className="hidden" role="status" aria-live="polite">
      {said}
    </div>
  )
}
