import type { Move } from './moving.ts'

/** What a key does to the caret in the page, or undefined if it isn't a key for it. On a Mac, Command is Control. */
export function moveForKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): Move | undefined {
  const control = event.ctrlKey || event.metaKey
  if (control && event.altKey) return undefined
  const direction = directions[event.key]
  if (!direction) return undefined
  const unit = units[direction.axis][control ? 'control' : event.altKey ? 'alt' : 'plain']
  return unit && { unit, direction: direction.direction, extend: event.shiftKey }
}

type Axis = 'along' | 'across' | 'edge' | 'page'

const directions: Readonly<Record<string, { axis: Axis; direction: Move['direction'] }>> = {
  ArrowLeft: { axis: 'along', direction: 'left' },
  ArrowRight: { axis: 'along', direction: 'right' },
  ArrowUp: { axis: 'across', direction: 'backward' },
  ArrowDown: { axis: 'across', direction: 'forward' },
  Home: { axis: 'edge', direction: 'backward' },
  End: { axis: 'edge', direction: 'forward' },
  PageUp: { axis: 'page', direction: 'backward' },
  PageDown: { axis: 'page', direction: 'forward' },
}

const units: Readonly<Record<Axis, Partial<Record<'plain' | 'control' | 'alt', Move['unit']>>>> = {
  along: { plain: 'character', control: 'word', alt: 'sentence' },
  across: { plain: 'line', control: 'paragraph', alt: 'sentence' },
  edge: { plain: 'lineEdge', control: 'article' },
  page: { plain: 'page' },
}
