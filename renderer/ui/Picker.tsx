import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { isTypedCharacter, rowAfterKey } from './listKeys.ts'
import './picker.css'

export interface Item {
  readonly id: string
  readonly label: string
  /** The one key that picks it. */
  readonly key?: string
  readonly hint?: string
  readonly mark?: ReactNode
  readonly chosen?: boolean
  /** What helps to decide, shown while the item is the active one. */
  readonly guidance?: ReactNode
}

/** Where a picker opens: beside this rectangle, in the window's pixels. */
export interface Place {
  readonly left: number
  readonly top: number
  readonly bottom: number
}

interface Props {
  readonly title: string
  readonly items: readonly Item[]
  readonly place: Place
  /** Only shown: the focus and the keys stay where they are, and any key or scrolling takes it away. */
  readonly isQuiet?: boolean
  readonly onPick: (id: string) => void
  readonly onClose: () => void
}

/** A small menu beside a place: one key for each item, arrows and type-ahead for the rest. */
export function Picker({ title, items, place, isQuiet = false, onPick, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const chosen = items.findIndex(item => item.chosen)
  const [active, setActive] = useState(Math.max(0, chosen))
  const [at, setAt] = useState({ left: place.left, top: place.bottom })

  useLayoutEffect(() => {
    const { offsetWidth, offsetHeight } = box.current!
    const below = place.bottom + 6 + offsetHeight <= window.innerHeight - 8
    setAt({
      left: Math.max(8, Math.min(place.left, window.innerWidth - offsetWidth - 8)),
      top: below ? place.bottom + 6 : Math.max(8, place.top - offsetHeight - 6),
    })
  }, [place])

  useEffect(() => {
    const before = document.activeElement
    const element = box.current!
    if (!isQuiet) element.focus({ preventScroll: true })
    const away = (event: Event) => element.contains(event.target as Node) || onClose()
    window.addEventListener('pointerdown', away, true)
    if (isQuiet) for (const event of ['keydown', 'scroll']) window.addEventListener(event, away, true)
    return () => {
      for (const event of ['pointerdown', 'keydown', 'scroll']) window.removeEventListener(event, away, true)
      if (isQuiet) return
      const moved = document.activeElement !== document.body && document.activeElement !== element
      if (!moved && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [onClose, isQuiet])

  useEffect(() => {
    box.current!.querySelector(`[data-row="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  function onKeyDown(event: KeyboardEvent): void {
    // What is no choice of the menu goes on to whoever hears the whole window.
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (!modifiers.has(event.key)) onClose()
      return
    }
    event.stopPropagation()
    const byKey = items.find(item => item.key?.toLowerCase() === event.key.toLowerCase())
    const row = rowAfterKey(event.key, { row: active, count: items.length, page: 8 })
    if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else if (event.key === 'Enter' || event.key === ' ') items[active] && onPick(items[active].id)
    else if (row !== undefined) setActive(row)
    else if (byKey) onPick(byKey.id)
    else if (isTypedCharacter(event)) setActive(rowBeginningWith(items, event.key, active))
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={box}
      role="menu"
      tabIndex={-1}
      aria-label={title}
      aria-activedescendant={`picker-${active}`}
      className="picker"
      style={at}
      onKeyDown={onKeyDown}
      onMouseDown={event => isQuiet && event.preventDefault()}
    >
      <div className="title" aria-hidden="true">
        {title}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of a menu, no part of a form */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls it by keys can have it; Tab itself leaves the menu */}
      <div role="group" className="items" tabIndex={0}>
        {items.map((item, row) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the menu hears the keys for all of its items
          // biome-ignore lint/a11y/useFocusableInteractive: the menu has the focus and says which item is active
          <div
            key={item.id}
            id={`picker-${row}`}
            data-row={row}
            role="menuitemradio"
            aria-checked={item.chosen ?? false}
            aria-keyshortcuts={item.key}
            aria-describedby={row === active && item.guidance ? 'picker-guidance' : undefined}
            className={`item ${row === active ? 'active' : ''}`}
            onPointerMove={() => setActive(row)}
            onClick={() => onPick(item.id)}
          >
            {item.mark}
            <span className="label">{item.label}</span>
            {item.hint && <span className="hint">{item.hint}</span>}
            {item.key && <kbd>{item.key}</kbd>}
          </div>
        ))}
      </div>
      {items[active]?.guidance && (
        <div id="picker-guidance" aria-hidden="true" className="guidance">
          {items[active].guidance}
        </div>
      )}
    </div>
  )
}

const modifiers = new Set(['Control', 'Meta', 'Alt', 'Shift', 'AltGraph'])

function rowBeginningWith(items: readonly Item[], letter: string, from: number): number {
  for (let i = 1; i <= items.length; i++) {
    const row = (from + i) % items.length
    if (items[row]!.label.toLowerCase().startsWith(letter.toLowerCase())) return row
  }
  return from
}
