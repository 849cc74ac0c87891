import { extent } from '../../shared/annotation/annotation.ts'
import type { Span } from '../../shared/annotation/span.ts'
import type { Desk } from '../state/desk.ts'
import { selectedAnnotation, selectedText } from '../state/reading.ts'
import type { Place } from '../ui/Picker.tsx'

/** Where in the window a span can be seen; without one, the selected words end; where the selected annotation begins without them; else the top of the page. */
export function placeInText({ reading, stage }: Desk, span?: Span): Place {
  const bounds = document.querySelector('#article [data-page]')?.getBoundingClientRect()
  const { left, top, width, bottom } = bounds ?? new DOMRect(0, 0, window.innerWidth, window.innerHeight)
  const state = reading.getState()
  const text = span ?? selectedText(state)
  const annotation = selectedAnnotation(state)
  const lines =
    stage.page && (text ? stage.page.rectsOf(text).reverse() : annotation && stage.page.rectsOf(extent(annotation)))
  const seen = lines?.find(line => line.width > 0 && line.bottom > top + 8 && line.top < bottom - 8)
  return seen
    ? { left: seen.left, top: seen.top, bottom: seen.bottom }
    : { left: left + width / 2 - 130, top, bottom: top + 60 }
}
