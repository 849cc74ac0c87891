import type { Place } from '../ui/Picker.tsx'

/** Where in the window the selected words are; the selected annotation without them; else the top of the page. */
export function placeInText(): Place {
  const page = document.querySelector<HTMLElement>('#article [data-page]')
  const bounds = page?.getBoundingClientRect() ?? new DOMRect(0, 0, window.innerWidth, window.innerHeight)
  const seen = [...selectedRects(page), ...frameRects(page)].find(
    ({ top, bottom }) => bottom > bounds.top + 8 && top < bounds.bottom - 8,
  )
  if (!seen) return { left: bounds.left + bounds.width / 2 - 130, top: bounds.top, bottom: bounds.top + 60 }
  const { left, top, bottom } = seen
  return { left, top, bottom }
}

/** The rectangles of the browser's own selection, which the page keeps in step with what is selected. */
function selectedRects(page: HTMLElement | null): DOMRect[] {
  const selection = document.getSelection()
  if (!page || !selection || selection.rangeCount === 0 || !page.contains(selection.anchorNode)) return []
  const range = selection.getRangeAt(0)
  return [...range.getClientRects()].reverse()
}

function frameRects(page: HTMLElement | null): DOMRect[] {
  return [...(page?.querySelectorAll('.page-frames .page-box') ?? [])].map(box => box.getBoundingClientRect())
}
