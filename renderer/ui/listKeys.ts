interface Place {
  readonly row: number
  readonly count: number
  /** Rows to a page. */
  readonly page: number
}

/** The row that a key goes to, or undefined for a key that goes nowhere. */
export function rowAfterKey(key: string, { row, count, page }: Place): number | undefined {
  const target = targetOf(key, row, count, page)
  if (target === undefined || count === 0) return undefined
  return Math.max(0, Math.min(count - 1, target))
}

function targetOf(key: string, row: number, count: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return row + 1
    case 'ArrowUp':
      return row - 1
    case 'PageDown':
      return row + page
    case 'PageUp':
      return row - page
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/** Rows above and below the view that are kept ready, so that scrolling shows no gap. */
const READY = 6

/** The rows that have to be in the page: `first` up to, but not including, `last`. */
export function rowsInView(view: { readonly top: number; readonly height: number }, rowHeight: number, count: number) {
  const first = Math.max(0, Math.floor(view.top / rowHeight) - READY)
  const last = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + READY)
  return { first: Math.min(first, last), last }
}

interface Typed {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** Whether a key press types a character that names begin with. */
export function isTypedCharacter({ key, altKey, ctrlKey, metaKey }: Typed): boolean {
  return !altKey && !ctrlKey && !metaKey && /^[\p{L}\p{N}]$/u.test(key)
}
