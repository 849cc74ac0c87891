import { useState } from 'react'
import './splitter.css'

interface Props {
  readonly label: string
  /** The id of the pane whose width it sets. */
  readonly controls: string
  readonly width: number
  readonly least: number
  readonly most: number
  /** Whether the pane lies before the splitter, so that moving onwards makes it wider. */
  readonly pane: 'before' | 'after'
  /** While it moves. */
  readonly onMove: (width: number) => void
  /** When it has come to rest. */
  readonly onRest: (width: number) => void
}

const STEP = 16

/** The line between two panes: drag it, or move it with the arrow keys. */
export function Splitter({ label, controls, width, least, most, pane, onMove, onRest }: Props) {
  const [from, setFrom] = useState<{ readonly x: number; readonly width: number } | null>(null)
  const clamp = (value: number) => Math.round(Math.min(most, Math.max(least, value)))
  const sign = pane === 'before' ? 1 : -1

  function byKey(key: string): number | undefined {
    if (key === 'ArrowLeft') return clamp(width - sign * STEP)
    if (key === 'ArrowRight') return clamp(width + sign * STEP)
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
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={event => {
        const next = byKey(event.key)
        if (next === undefined) return
        event.preventDefault()
        event.stopPropagation()
        onRest(next)
      }}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setFrom({ x: event.clientX, width })
      }}
      onPointerMove={event => from && onMove(clamp(from.width + sign * (event.clientX - from.x)))}
      onPointerUp={event => {
        if (from) onRest(clamp(from.width + sign * (event.clientX - from.x)))
        setFrom(null)
      }}
      onPointerCancel={() => setFrom(null)}
    />
  )
}
