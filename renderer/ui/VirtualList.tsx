import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { isTypedCharacter, rowAfterKey, rowsInView } from './listKeys.ts'
import './virtualList.css'

interface Props {
  readonly label: string
  readonly count: number
  /** CSS pixels; the same for every row, so that a hundred thousand of them need no measuring. */
  readonly rowHeight: number
  /** The row that is chosen, -1 for none. It comes into view when it changes. */
  readonly chosen: number
  readonly keyOf: (row: number) => string
  readonly children: (row: number) => ReactNode
  /** What each row is called by those who listen. */
  readonly nameOf?: (row: number) => string
  /** The arrows came to a row. */
  readonly onMove?: (row: number) => void
  /** A row was clicked (`isClick`), or Enter pressed on it; `isRange` where Shift was held. */
  readonly onChoose: (row: number, how: { readonly isRange: boolean; readonly isClick: boolean }) => void
  /** Whether a row is ticked; undefined for rows that can't be. */
  readonly tickOf?: (row: number) => boolean | 'mixed' | undefined
  /** The first row from `from` onwards, round and round, whose name begins with what was typed; -1 without one. */
  readonly find?: (typed: string, from: number) => number
}

/** How long a pause in typing begins a new word. */
const TYPE_AHEAD_MS = 700

/** A list of any length: only the rows in view are in the page. */
export function VirtualList({
  label,
  count,
  rowHeight,
  chosen,
  keyOf,
  nameOf,
  children,
  onMove,
  onChoose,
  tickOf,
  find,
}: Props) {
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const typed = useRef({ text: '', at: 0 })
  const [view, setView] = useState({ top: 0, height: 0 })
  const [active, setActive] = useState(chosen)
  const current = Math.min(active, count - 1)
  const inView = useRef(chosen)
  /** What is seen now, so that it needn't be asked for: an answer would cost a layout. */
  const seen = useRef(view)

  useLayoutEffect(() => {
    const element = box.current!
    // What stands beside the list may take room from it; the chosen row stays in sight.
    const watch = new ResizeObserver(() => {
      seen.current = { top: element.scrollTop, height: element.clientHeight }
      seen.current = bringIntoView(element, seen.current, inView.current, rowHeight)
      setView(seen.current)
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [rowHeight])

  useEffect(() => {
    setActive(chosen)
    inView.current = chosen
    seen.current = bringIntoView(box.current!, seen.current, chosen, rowHeight)
  }, [chosen, rowHeight])

  function goTo(row: number): void {
    setActive(row)
    seen.current = bringIntoView(box.current!, seen.current, row, rowHeight)
    onMove?.(row)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(view.height / rowHeight) - 1)
    const row = rowAfterKey(event.key, { row: current, count, page })
    if (row !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      goTo(row)
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && current >= 0) {
      event.preventDefault()
      event.stopPropagation()
      onChoose(current, { isRange: event.shiftKey, isClick: false })
    } else if (find && isTypedCharacter(event)) typeAhead(event)
  }

  /** Letters are commands first; here they look for a row only where they were given to the list. */
  function typeAhead(event: KeyboardEvent): void {
    const again = event.timeStamp - typed.current.at < TYPE_AHEAD_MS
    typed.current = { text: again ? typed.current.text + event.key : event.key, at: event.timeStamp }
    const row = find!(typed.current.text, again ? Math.max(0, current) : current + 1)
    if (row < 0) return
    event.preventDefault()
    event.stopPropagation()
    goTo(row)
  }

  const { first, last } = rowsInView(view, rowHeight, count)
  const rows = Array.from({ length: last - first }, (_, i) => first + i)
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={current >= first && current < last ? `${id}-${current}` : undefined}
      className="virtual-list"
      onScroll={({ currentTarget }) => {
        seen.current = { top: currentTarget.scrollTop, height: currentTarget.clientHeight }
        setView(seen.current)
      }}
      onFocus={() => current < 0 && count > 0 && setActive(0)}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="rows" style={{ blockSize: count * rowHeight }}>
        {rows.map(row => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys for all of its rows
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and says which row is active
          <div
            key={keyOf(row)}
            id={`${id}-${row}`}
            role="option"
            aria-selected={row === chosen}
            aria-checked={tickOf?.(row)}
            aria-setsize={count}
            aria-posinset={row + 1}
            aria-label={nameOf?.(row)}
            className={`row ${row === chosen ? 'chosen' : ''} ${row === current ? 'active' : ''}`}
            style={{ insetBlockStart: row * rowHeight, blockSize: rowHeight }}
            onClick={event => {
              setActive(row)
              onChoose(row, { isRange: event.shiftKey, isClick: true })
            }}
          >
            {children(row)}
          </div>
        ))}
      </div>
    </div>
  )
}

interface View {
  readonly top: number
  readonly height: number
}

/** Scrolls a row into view, as little as is needed; what is seen then. A list without a height waits until it has one. */
function bringIntoView(box: HTMLElement, view: View, row: number, rowHeight: number): View {
  if (row < 0 || view.height === 0) return view
  const start = row * rowHeight
  const top = Math.max(Math.min(view.top, start), start + rowHeight - view.height)
  if (top === view.top) return view
  box.scrollTop = top
  return { ...view, top }
}
