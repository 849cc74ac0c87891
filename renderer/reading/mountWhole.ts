import { type Desk, isHeard } from '../state/desk.ts'
import type { Page } from './page/Page.ts'

/** A text longer than this is mounted whole only if the person says so, for it takes seconds. UTF-16 units. */
const LONGEST_BY_ITSELF = 2_000_000

/**
 * Mounts the whole article while it is being printed, whoever prints it, and
 * lays it out for paper then; and for as long as somebody hears it; then annotations are marked up, too.
 */
export function mountWhole(page: Page, desk: Desk, length: number): () => void {
  const { settings, entrance, project } = desk
  let isPrinting = false
  let release: (() => void) | null = null

  function settle(): void {
    const heard = isHeard(desk)
    page.hear(heard)
    const isWanted = isPrinting || (heard && (settings.getState().whole === true || length <= LONGEST_BY_ITSELF))
    if (isWanted && !release) release = page.mountAll()
    if (isWanted || !release) return
    release()
    release = null
  }
  const begin = () => {
    isPrinting = true
    settle()
    page.print(true)
  }
  const end = () => {
    isPrinting = false
    page.print(false)
    settle()
  }
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  const stops = [
    settings.subscribe(settle),
    entrance.subscribe(settle),
    // Entities are heard by their names.
    project.subscribe((now, before) => now.version !== before.version && isHeard(desk) && page.repaint()),
  ]
  settle()
  return () => {
    for (const stop of stops) stop()
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  }
}
