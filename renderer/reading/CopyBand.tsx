import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { CopyNotice, useWaitingCopies } from '../look/CopyNotice.tsx'

/** Above the text: the first second version that a sync service kept of the open article's files, until the person merges it or puts it off. */
export function CopyBand() {
  const { desk } = useWorkbench()
  const later = useValue(desk.merging, state => state.later)
  const isMerging = useValue(desk.merging, state => state.copy !== null)
  const copy = useWaitingCopies().find(({ ticket }) => !later.has(ticket))
  if (!copy || isMerging) return null
  return (
    <div className="problem-band" role="status">
      <CopyNotice copy={copy} onLater={() => desk.merging.notNow(copy)} />
    </div>
  )
}
