import { type PointerEvent, useState } from 'react'
import { runsLeft, stepOf } from './onwards.ts'
import './splitter.css'

interface Props {
  readonly label: string
  /** The id of the pane whose width, or height, it sets. */
  readonly controls: string
  /** CSS pixels: the width, or the height of a pane below. */
  readonly size: number
  readonly least: number
  readonly most: number
  /** Where the pane lies: before the splitter, so that moving onwards makes it wider; after it; or below it. */
  readonly pane: 'before' | 'after' | 'below'
  /** While it moves. */
  readonly onMove: (size: number) => void
  /** When it has come to rest. */
  readonly onRest: (size: number) => void
}

const STEP = 16

/** The line between two panes: drag it, or move it with the arrow keys. */
export function Splitter({ label, controls, size, least, most, pane, onMove, onRest }: Props) {
  const [from, setFrom] = useState<{ readonly at: number; readonly size: number } | null>(null)
  const clamp = (value: number) => Math.round(Math.min(most, Math.max(least, value)))
  const sign = pane === 'before' ? 1 : -1
  const isBelow = pane === 'below'
  /** How far onwards the pointer is: to the left where reading goes to the left. */
  const placeOf = (event: PointerEvent) => {
    if (isBelow) return event.clientY
    return runsLeft(event.currentTarget) ? -event.clientX : event.clientX
  }

  function byKey(key: string, element: Element): number | undefined {
    const by = isBelow ? (key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0) : stepOf(key, element)
    if (by !== 0) return clamp(size + by * sign * STEP)
    if (key === 'Home') return least
    if (key === 'End') return most
    return undefined
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is a widget; <hr> can't be
    <div
      role="separator"
      tabIndex={0}
      className={`splitter ${pane} ${from ? 'moving' : ''}`}
      aria-label={label}
      aria-controls={controls}
      aria-orientation={isBelow ? 'horizontal' : 'vertical'}
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={event => {
        const next = byKey(event.key, event.currentTarget)
        if (next === undefined) return
        event.preventDefault()
        event.stopPropagation()
        onRest(next)
      }}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setFrom({ at: placeOf(event), size })
      }}
      onPointerMove={event => from && onMove(clamp(from.size + sign * (placeOf(event) - from.at)))}
      onPointerUp={event => {
        if (from) onRest(clamp(from.size + sign * (placeOf(event) - from.at)))
        setFrom(null)
      }}
      onPointerCancel={() => setFrom(null)}
    />
  )
}
