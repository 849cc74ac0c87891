import { useEffect, useRef } from 'react'
import type { ShorterHistory } from '../../shared/contract/contract.ts'
import { HISTORY_LONG_BYTES } from '../../shared/limits.ts'
import { words as en } from '../../shared/words/words.ts'
import { shortenAndSay } from '../commands/historyActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** Says what shortening the history keeps and what it leaves out, and asks. */
export function ShortenForm({ plan }: { plan: ShorterHistory }) {
  const { desk } = useWorkbench()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('button:last-of-type')?.focus(), [])
  const { before, after, dropped, versions, kept } = plan
  return (
    <div ref={box} className="history-shorten">
      <p>{en.history.shortenAsk(dropped, versions, kept)}</p>
      <p className="faint small">{en.history.shortenFrees(en.history.size(before), en.history.size(after))}</p>
      <div className="history-actions">
        <Button onClick={() => void shortenAndSay(desk)}>{en.history.shortenDo}</Button>
        <Button look="plain" onClick={() => desk.past.dropPlan()}>
          {en.cancel}
        </Button>
      </div>
    </div>
  )
}

/** Offers to shorten a history that is long. */
export function LongHistory() {
  const { desk, run } = useWorkbench()
  const bytes = useValue(desk.past, state => state.head?.bytes ?? 0)
  if (bytes < HISTORY_LONG_BYTES) return null
  return (
    <p className="small">
      {en.history.shortenOffer(en.history.size(bytes))}{' '}
      <Button look="plain" onClick={() => run('history.shorten')}>
        {en.history.shorten}
      </Button>
    </p>
  )
}
