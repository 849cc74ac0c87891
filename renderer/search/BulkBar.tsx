import { useRef, useState } from 'react'
import { printKeys } from '../../shared/commands/keys.ts'
import { flat } from '../../shared/search/fits.ts'
import { neverOf } from '../../shared/search/nevers.ts'
import { words as en } from '../../shared/words/words.ts'
import { tagTicked, toggleNever } from '../commands/bulkActions.ts'
import { labelOf } from '../commands/labelOf.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import type { Place } from '../ui/Picker.tsx'
import { BulkMenu } from './BulkMenu.tsx'

/** How many hits are ticked, and what can be done to them; while it is being done, how far that is. */
export function BulkBar() {
  const { desk } = useWorkbench()
  const { searching, bulk } = desk
  useValue(searching, state => state.version)
  useValue(desk.project, state => state.version)
  const tagAll = useValue(searching, state => state.tagAll)
  const current = useValue(searching, state => state.current)
  const running = useValue(bulk, state => state.running)
  const codebook = useValue(desk.workspace, state => state.codebook)
  const button = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<Place | null>(null)
  const { found, query } = searching.getState()
  if (running) return <Running title={running.title} done={running.done} total={running.total} />
  if (found.count === 0 || query.what === 'links') return null
  const count = found.ticked.size
  const keys = printKeys('Mod+Enter', desk.platform())
  const words = flat(current === null ? query.words : found.list.hits[current]!.quote)
  const isNever = tagAll && neverOf(desk.project.getState().nevers, words, tagAll.tag) !== undefined

  return (
    <div className="bulk-bar" ref={button}>
      <span title={en.bulk.space}>
        {found.tickable === 0 && !tagAll ? en.bulk.noneTickable : en.bulk.ticked(count, found.count)}
      </span>
      {found.tickable > 0 && (
        <Button
          look="plain"
          onClick={() => searching.tick(0, found.count - 1, count < found.tickable)}
          title={found.tickable < found.count && !tagAll ? en.bulk.onlyOwn : undefined}
        >
          {count < found.tickable ? en.bulk.all : en.bulk.none}
        </Button>
      )}
      {tagAll && (
        <Button
          look="plain"
          keys="X"
          title={isNever ? en.tagAll.neverBack(words) : en.tagAll.neverWhy}
          aria-pressed={isNever ?? false}
          onClick={() => toggleNever(desk, words)}
        >
          {en.tagAll.never(words)}
        </Button>
      )}
      {count > 0 && tagAll && (
        <Button id="bulk" keys={keys} title={en.tagAll.origin} onClick={() => void tagTicked(desk)}>
          {en.tagAll.tag(count, labelOf(codebook.tags, tagAll.tag))}
        </Button>
      )}
      {count > 0 && !tagAll && (
        <Button
          id="bulk"
          keys={keys}
          title={en.bulk.menu}
          aria-haspopup="menu"
          onClick={() => {
            const { left, top, bottom } = button.current!.getBoundingClientRect()
            setMenu({ left, top, bottom })
          }}
        >
          {en.bulk.change(count)}
        </Button>
      )}
      {menu && <BulkMenu place={menu} onClose={() => setMenu(null)} />}
    </div>
  )
}

function Running({ title, done, total }: { title: string; done: number; total: number }) {
  const { desk } = useWorkbench()
  return (
    <div className="bulk-bar" role="status">
      <span>{title}</span>
      <progress aria-label={title} max={total} value={done} title={en.bulk.progress(done, total)} />
      <Button look="plain" onClick={() => void desk.bulk.cancel()}>
        {en.cancel}
      </Button>
    </div>
  )
}
