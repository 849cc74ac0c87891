/** Whether a row is ticked, and a way to tick it for the mouse; keys and screen readers have the row itself. */
export interface Ticks {
  /** Undefined where it can't be. */
  readonly ticked: boolean | 'mixed' | undefined
  readonly onTick: (isRange: boolean) => void
}

export function Tick({ ticked, onTick }: Ticks) {
  return (
    <span
      aria-hidden="true"
      className={`tick ${ticked === undefined ? 'none' : ''} ${ticked === true ? 'on' : ticked === 'mixed' ? 'some' : ''}`}
      onClick={event => {
        if (ticked === undefined) return
        event.stopPropagation()
        onTick(event.shiftKey)
      }}
    />
  )
}
