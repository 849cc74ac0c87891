import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'

const steps = [1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

/** Draws the whole window a step larger or smaller, or at 0 in its usual size, and says so. */
export function zoomBy({ settings, notices }: Desk, by: 1 | 0 | -1): void {
  const { zoom } = settings.getState()
  const beyond = by > 0 ? steps.find(step => step > zoom) : steps.findLast(step => step < zoom)
  const next = by === 0 ? 1 : (beyond ?? zoom)
  settings.change({ zoom: next })
  notices.say(en.said.zoom(Math.round(next * 100)))
}
