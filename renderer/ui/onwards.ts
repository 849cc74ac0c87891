/** Whether the interface runs from right to left where this element stands. */
export function runsLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl'
}

/** Which way an arrow key goes along a row that begins where reading begins: 1 onwards, -1 back, 0 for other keys. */
export function stepOf(key: string, element: Element): 1 | 0 | -1 {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return 0
  return (key === 'ArrowRight') === runsLeft(element) ? -1 : 1
}
