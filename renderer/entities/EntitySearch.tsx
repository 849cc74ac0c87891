import { type KeyboardEvent, useId, useState } from 'react'
import type { Entity } from '../../shared/project/entity.ts'
import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { rowAfterKey } from '../ui/listKeys.ts'

interface Props {
  readonly label: string
  /** What stands in the field while nothing is looked for. */
  readonly value: string
  readonly kinds?: readonly string[]
  /** Entities that can't be chosen. */
  readonly isOut: (entity: Entity) => boolean
  readonly onChoose: (entity: Entity) => void
  /** Makes a new one of the words; left out where none can be made here. */
  readonly onCreate?: (name: string) => void
  /** Nothing is meant: chosen by emptying the field. */
  readonly onNone?: () => void
}

/** One entity of the register, found while its name is typed. */
export function EntitySearch({ label, value, kinds = [], isOut, onChoose, onCreate, onNone }: Props) {
  const { desk } = useWorkbench()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const name = typed?.trim() ?? ''
  const usage = typed === null ? null : desk.entities.usageHere()
  const found = usage && name !== '' ? desk.entities.find(name, kinds, usage, 12).filter(one => !isOut(one.entity)) : []
  const rows = [
    ...found.slice(0, 8).map(({ entity }) => ({
      id: entity.id,
      name: entity.name,
      hint: en.entities.kind(entity.kind),
      take: () => onChoose(entity),
    })),
    ...(onCreate && name !== ''
      ? [{ id: ' new', name: en.register.splitNew(name), hint: '', take: () => onCreate(name) }]
      : []),
  ]
  const row = Math.min(active, rows.length - 1)

  function take(at: number): void {
    if (name === '' && typed !== null) onNone?.()
    else rows[at]?.take()
    setTyped(null)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = rowAfterKey(event.key, { row, count: rows.length, page: 8 })
    if (event.key === 'Enter') take(row)
    else if (event.key === 'Escape' && typed !== null) setTyped(null)
    else if (next !== undefined && event.key !== 'Home' && event.key !== 'End') setActive(next)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="entity-search">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={`${id}-rows`}
        aria-activedescendant={rows.length > 0 ? `${id}-${row}` : undefined}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        value={typed ?? value}
        placeholder={en.register.find}
        onFocus={event => event.currentTarget.select()}
        onChange={event => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (typed !== null && name === '') onNone?.()
          setTyped(null)
        }}
      />
      <div id={`${id}-rows`} role="listbox" aria-label={label} className="rows" hidden={rows.length === 0}>
        {rows.map((one, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys for the list
          // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and says which row is active
          <div
            key={one.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === row}
            className={`item ${i === row ? 'active' : ''}`}
            onPointerDown={event => event.preventDefault()}
            onClick={() => take(i)}
          >
            <bdi>{one.name}</bdi> <span className="faint small">{one.hint}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
