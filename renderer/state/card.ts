import { createStore } from 'zustand/vanilla'
import type { Span } from '../../shared/annotation/span.ts'

/** The small card that tells of an annotation where it stands. */
export interface Shown {
  readonly annotation: string
  /** The words beside which it is shown, UTF-16. */
  readonly place: Span
  /** How many more annotations there are at this place. */
  readonly others: number
}

/** Long enough for the text to have come to where it is read. */
const SOON_MS = 300

/** Which annotation a card tells of, if any. */
export function makeCard() {
  const store = createStore<{ readonly shown: Shown | null }>(() => ({ shown: null }))
  let timer: ReturnType<typeof setTimeout> | undefined

  function show(shown: Shown | null): void {
    clearTimeout(timer)
    if (shown || store.getState().shown) store.setState({ shown })
  }
  return {
    ...store,
    show,
    /** Shows it in a moment, unless something else is shown or hidden before. */
    soon(shown: Shown): void {
      show(null)
      timer = setTimeout(() => show(shown), SOON_MS)
    },
    hide: () => show(null),
  }
}

export type CardStore = ReturnType<typeof makeCard>
