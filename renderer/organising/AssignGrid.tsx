import { type CSSProperties, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { rowAfterKey, rowsInView } from '../ui/listKeys.ts'
import './assignGrid.css'

interface Props {
  /** Id and name of each annotator: a column each. */
  readonly people: readonly (readonly [string, string])[]
  readonly count: number
  readonly keyOf: (row: number) => string
  readonly titleOf: (row: number) => string
  readonly pathOf: (row: number) => string
  readonly isTicked: (row: number, annotator: string) => boolean
  readonly isLocked: boolean
  readonly onToggle: (row: number, annotator: string, name: string) => void
}

/** CSS pixels; the same for every row, so that none has to be measured. */
const ROW_HEIGHT = 32

/** A box for each article and annotator. Only the rows in view are in the page; one box takes the focus, and the arrows move it. */
export function AssignGrid({ people, count, keyOf, titleOf, pathOf, isTicked, isLocked, onToggle }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 0 })
  const [at, setAt] = useState({ row: 0, column: 0 })
  const moved = useRef(false)
  const row = Math.min(at.row, count - 1)
  const column = Math.min(at.column, people.length - 1)

  useLayoutEffect(() => {
    const element = box.current!
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight })
    const watch = new ResizeObserver(look)
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (!moved.current) return
    moved.current = false
    box.current?.querySelector<HTMLInputElement>('input[tabindex="0"]')?.focus({ preventScroll: true })
  })

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return
    const page = Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 2)
    const isRtl = getComputedStyle(box.current!).direction === 'rtl'
    const sideways = { ArrowLeft: isRtl ? 1 : -1, ArrowRight: isRtl ? -1 : 1 }[event.key] ?? 0
    const isSideways = sideways !== 0 && !event.ctrlKey
    const to = sideways === 0 ? rowAfterKey(event.key, { row, count, page }) : row
    if (to === undefined || (sideways !== 0 && !isSideways)) return
    event.preventDefault()
    event.stopPropagation()
    goTo(to, Math.max(0, Math.min(people.length - 1, column + sideways)))
  }

  function goTo(toRow: number, toColumn: number): void {
    moved.current = true
    setAt({ row: toRow, column: toColumn })
    const element = box.current!
    const start = toRow * ROW_HEIGHT
    // The names above take the height of one row.
    const top = Math.max(Math.min(element.scrollTop, start), start + 2 * ROW_HEIGHT - element.clientHeight)
    if (top !== element.scrollTop) element.scrollTop = top
  }

  const { first, last } = rowsInView(view, ROW_HEIGHT, count)
  const inPage = Array.from({ length: last - first }, (_, i) => first + i)
  // The row with the focus stays, wherever somebody scrolls.
  if (row < first) inPage.unshift(row)
  else if (row >= last && row >= 0) inPage.push(row)
  const columns = { '--annotators': people.length } as CSSProperties
  return (
    // biome-ignore lint/a11y/useSemanticElements: of a table's rows only those in view are in the page
    <div
      ref={box}
      role="grid"
      aria-label={en.organising.gridLabel}
      aria-rowcount={count + 1}
      aria-colcount={people.length + 1}
      className="assign-grid"
      style={columns}
      tabIndex={-1}
      onScroll={({ currentTarget }) => setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })}
      onKeyDown={onKeyDown}
    >
      {/** biome-ignore lint/a11y/useSemanticElements: as above */}
      {/** biome-ignore lint/a11y/useFocusableInteractive: what has the focus is a box in it */}
      <div role="row" aria-rowindex={1} className="assign-row head">
        <HeadCell>{en.organising.article}</HeadCell>
        {people.map(([id, name]) => (
          <HeadCell key={id} title={name}>
            <bdi>{name}</bdi>
          </HeadCell>
        ))}
      </div>
      <div role="presentation" className="assign-rows" style={{ blockSize: count * ROW_HEIGHT }}>
        {inPage.map(one => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: what has the focus is a box in it
          <div
            key={keyOf(one)}
            role="row"
            aria-rowindex={one + 2}
            className="assign-row"
            style={{ insetBlockStart: one * ROW_HEIGHT, blockSize: ROW_HEIGHT }}
          >
            {/** biome-ignore lint/a11y/useSemanticElements: as above */}
            {/** biome-ignore lint/a11y/useFocusableInteractive: what has the focus is a box beside it */}
            <div role="rowheader" dir="auto" className="title" title={pathOf(one)}>
              {titleOf(one)}
            </div>
            {people.map(([id, name], i) => (
              // biome-ignore lint/a11y/useSemanticElements: as above
              // biome-ignore lint/a11y/useFocusableInteractive: what has the focus is the box in it
              <div key={id} role="gridcell" className="box">
                <input
                  type="checkbox"
                  tabIndex={one === row && i === column ? 0 : -1}
                  aria-label={en.organising.assign(name, titleOf(one))}
                  disabled={isLocked}
                  checked={isTicked(one, id)}
                  onFocus={() => setAt({ row: one, column: i })}
                  onChange={() => onToggle(one, id, name)}
                />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

function HeadCell({ title, children }: { readonly title?: string; readonly children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: of a table's rows only those in view are in the page
    // biome-ignore lint/a11y/useFocusableInteractive: what has the focus is a box below it
    <div role="columnheader" className="name" title={title}>
      {children}
    </div>
  )
}
