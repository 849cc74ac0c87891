import { useEffect, useRef } from 'react'
import { drop, entryOf, type Item, retire } from '../../shared/codebook/items.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** A reason shall go: decisions keep what it was called, so it may; its paragraph would be missed in letters. */
export function RemoveReasonStep({ id }: { id: string }) {
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  const main = useRef<HTMLButtonElement>(null)
  useEffect(() => main.current?.focus(), [])
  const item: Item = { of: 'reasons', id }
  const entry = entryOf(codebook, item)
  if (!entry) return null
  const { label } = entry
  const end = (said: string) => {
    desk.notices.say(said)
    desk.codebook.go(null)
    document.getElementById('codebook-tree')?.focus()
  }
  return (
    <div className="step">
      <h3>{en.codebook.removeTitle(label)}</h3>
      <p>{en.codebook.removeReasonWhy}</p>
      <div className="answers">
        <Button onClick={() => desk.codebook.go(null)}>{en.codebook.back}</Button>
        <Button
          {...(isOffered(entry) ? {} : { ref: main, look: 'main' as const })}
          onClick={() => {
            desk.codebook.change(book => drop(book, item))
            end(en.codebook.removed(label))
          }}
        >
          {en.codebook.removeReason}
        </Button>
        {isOffered(entry) && (
          <Button
            ref={main}
            look="main"
            onClick={() => {
              desk.codebook.change(book => retire(book, item, true))
              end(en.codebook.retiredSaid(label))
            }}
          >
            {en.codebook.retire}
          </Button>
        )}
      </div>
    </div>
  )
}
