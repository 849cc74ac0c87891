import { useEffect, useState } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { SLOW_MS } from '../state/opening.ts'
import { Button } from '../ui/Button.tsx'

/** An article that takes long to open: what is being read, and a way to leave that. */
export function OpeningBand() {
  const { desk } = useWorkbench()
  const opening = useValue(desk.reading, state => state.opening)
  const path = useValue(desk.workspace, state => (opening === null ? '' : (state.rows.get(opening)?.path ?? '')))
  const [slow, setSlow] = useState<string | null>(null)
  useEffect(() => {
    if (opening === null) return
    const timer = setTimeout(() => setSlow(opening), SLOW_MS)
    return () => clearTimeout(timer)
  }, [opening])
  const isSlow = opening !== null && slow === opening
  useEffect(() => {
    if (!isSlow) return
    const stop = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      desk.opening.stop()
    }
    window.addEventListener('keydown', stop, { capture: true })
    return () => window.removeEventListener('keydown', stop, { capture: true })
  }, [isSlow, desk])
  if (!isSlow) return null
  return (
    <div className="problem-band" role="status">
      <div className="words">
        <p>{en.reading.openingSlow(path)}</p>
      </div>
      <div className="answers">
        <Button keys="Escape" onClick={() => desk.opening.stop()}>
          {en.reading.stopOpening}
        </Button>
      </div>
    </div>
  )
}
