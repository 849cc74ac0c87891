import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Entity } from '../../shared/project/entity.ts'
import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { rowAfterKey } from '../ui/listKeys.ts'
import './entitySearch.css'

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
  /** What is offered before anything is typed. */
  readonly suggested?: readonly Entity[]
  /** Whether the label is only for those who listen: it stands in the field instead. */
  readonly isLabelInside?: boolean
  /** Whether what is found stands below the field instead of floating over what comes after it. */
  readonly isOpen?: boolean
}

/** One entity of the register, found while its name is typed. */
export function EntitySearch({
  label,
  value,
  kinds = [],
  isOut,
  onChoose,
  onCreate,
  onNone,
  suggested = [],
  isLabelInside = false,
  isOpen = false,
}: Props) {
  const { desk } = useWorkbench()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const name = typed?.trim() ?? ''
  const kind = kinds.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found changes with the name alone while it is typed
  const found = useMemo(
    () => (name === '' ? [] : desk.entities.find(name, kinds, desk.entities.usageHere(), 12)),
    [desk, name, kind],
  )
  const offered = name === '' ? suggested : found.map(({ entity }) => entity)
  const rows = [
    ...offered
      .filter(entity => !isOut(entity))
      .slice(0, 8)
      .map(entity => ({
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
  const shownRow = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row, or other rows, come into view
  useEffect(() => shownRow.current?.scrollIntoView({ block: 'nearest' }), [row, rows.length])

  function take(at: number): void {
    if (name === '' && typed !== null && onNone) onNone()
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
    <div className={`entity-search ${isOpen ? 'open-list' : ''}`}>
      <label htmlFor={id} className={isLabelInside ? 'hidden' : undefined}>
        {label}
      </label>
      <input
        id={id}
        className="field"
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={rows.length > 0 ? `${id}-rows` : undefined}
        aria-activedescendant={rows.length > 0 ? `${id}-${row}` : undefined}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        value={typed ?? value}
        placeholder={isLabelInside ? label : en.register.find}
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
      {rows.length > 0 && (
        <div id={`${id}-rows`} role="listbox" aria-label={label} className="rows">
          {rows.map((one, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys for the list
            // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and says which row is active
            <div
              key={one.id}
              id={`${id}-${i}`}
              ref={i === row ? shownRow : undefined}
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
      )}
    </div>
  )
}
