import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { useKey } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { VirtualList } from '../ui/VirtualList.tsx'
import { useKinds } from './useKinds.ts'

const ROW_HEIGHT = 30

/** Everybody in the register, narrowed by words and kind; ticked ones can be merged. */
export function EntityList() {
  const key = useKey('entity.choose')
  const { desk } = useWorkbench()
  const { register } = desk
  const state = useValue(register, one => one)
  const entities = useValue(desk.project, one => one.entities)
  useValue(desk.project, one => one.version)
  const problem = useValue(desk.project, one => one.problem)
  const kinds = useKinds()
  const field = useRef<HTMLInputElement>(null)
  const [active, setActive] = useState(-1)
  useEffect(() => field.current?.focus(), [])
  const ids = register.ids()
  const { words, kind, ticked, counts, selected } = state
  const name = words.trim()

  function create(): void {
    const id = register.create(name === '' ? en.register.newName : name, kind === '' ? (kinds[0] ?? 'person') : kind)
    if (id !== null) requestAnimationFrame(() => selectText(document.querySelector('.register .details .name input')))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== ' ' || event.target === field.current) return
    const id = ids[active] ?? selected
    if (!id || !(event.target as HTMLElement).matches('[role=listbox]')) return
    event.preventDefault()
    register.tick(id)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears Space for the list in it
    <div className="entities" onKeyDown={onKeyDown}>
      <input
        ref={field}
        type="search"
        className="field"
        aria-label={en.register.find}
        placeholder={en.register.find}
        spellCheck={false}
        value={words}
        onChange={event => register.narrow({ words: event.target.value })}
        onKeyDown={event => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          event.preventDefault()
          if (ids[0]) register.select(ids[0])
          document.querySelector<HTMLElement>('.register .entities .virtual-list')?.focus()
        }}
      />
      <div className="line">
        <select
          aria-label={en.register.kinds}
          value={kind}
          onChange={event => register.narrow({ kind: event.target.value })}
        >
          <option value="">{en.register.allKinds}</option>
          {kinds.map(one => (
            <option key={one} value={one}>
              {en.entities.kind(one)}
            </option>
          ))}
        </select>
        <Button look="line" disabled={problem !== null} onClick={create}>
          {name === '' ? en.register.create : en.register.createNamed(name.slice(0, 24))}
        </Button>
      </div>
      {ids.length === 0 ? (
        <p className="nothing faint">{name === '' ? en.register.empty(key) : en.register.notFound}</p>
      ) : (
        <VirtualList
          label={en.register.list}
          count={ids.length}
          rowHeight={ROW_HEIGHT}
          chosen={selected === null ? -1 : ids.indexOf(selected)}
          keyOf={row => ids[row] ?? String(row)}
          nameOf={row => {
            const entity = entities.get(ids[row] ?? '')
            const { own = 0, others = 0 } = counts.get(ids[row] ?? '') ?? {}
            return entity
              ? en.register.row(entity.name, en.entities.kind(entity.kind), own, others, ticked.has(entity.id))
              : ''
          }}
          onMove={row => {
            setActive(row)
            register.select(ids[row] ?? null)
          }}
          onChoose={row => {
            setActive(row)
            register.select(ids[row] ?? null)
          }}
        >
          {row => <Row id={ids[row] ?? ''} />}
        </VirtualList>
      )}
      <p className="line foot">
        <span className="faint small">{ticked.size > 0 ? '' : en.register.tickHint}</span>
        {ticked.size > 1 && (
          <Button look="main" disabled={problem !== null} onClick={register.beginMerge}>
            {en.register.merge(ticked.size)}
          </Button>
        )}
        <span className="faint small">{en.register.count(ids.length)}</span>
      </p>
    </div>
  )
}

function Row({ id }: { id: string }) {
  const { desk } = useWorkbench()
  const entity = desk.project.getState().entities.get(id)
  const { ticked, counts } = desk.register.getState()
  const { own = 0, others = 0 } = counts.get(id) ?? {}
  if (!entity) return null
  return (
    <div className="entity-row">
      {/** biome-ignore lint/a11y/noStaticElementInteractions: Space does the same */}
      {/** biome-ignore lint/a11y/useKeyWithClickEvents: Space does the same */}
      <span
        className={ticked.has(id) ? 'tick on' : 'tick'}
        onClick={event => {
          event.stopPropagation()
          desk.register.tick(id)
        }}
      />
      <bdi className="name">{withUnseenShown(entity.name)}</bdi>
      <span className="faint small">{en.entities.kind(entity.kind)}</span>
      <span className="count" title={en.register.meantWhy}>
        {own + others > 0 ? en.register.meant(own, others) : ''}
      </span>
    </div>
  )
}

function selectText(element: Element | null): void {
  if (!(element instanceof HTMLInputElement)) return
  element.focus()
  element.select()
}
