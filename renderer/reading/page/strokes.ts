import type { Mark } from '../../../shared/codebook/codebook.ts'

export type Line = Exclude<Mark, 'brace'>

/** From the feet of the letters to the first underline, and from one to the next, in ems. Leading leaves room for four. */
const GAP = 0.15
const STEP = 0.16
/** In ems. */
const thickness: Record<Line, number> = { solid: 0.085, double: 0.055, dotted: 0.11, wavy: 0.05 }

/** How a face stands on its line, CSS pixels. */
export interface Face {
  readonly size: number
  /** From the top of a box of text to the feet of its letters. */
  readonly ascent: number
}

/** How an underline is drawn below a box of text: its top in the box's own coordinates, and its thickness; whole CSS pixels, so that it is sharp. */
export function strokeOf(mark: Line, lane: number, { size, ascent }: Face): { top: number; thickness: number } {
  const thick = Math.max(1, Math.round(thickness[mark] * size))
  const step = Math.max(Math.round(STEP * size), mark === 'wavy' ? 0 : heightOf(mark, thick))
  return { top: ascent + Math.round(GAP * size) + lane * step, thickness: thick }
}

/** Half the height of a wave, CSS pixels. */
const WAVE = 2

/** How tall an underline is, CSS pixels: a double one is two, and as much between them. */
export function heightOf(mark: Line, thickness: number): number {
  return mark === 'double' ? 3 * thickness : mark === 'wavy' ? 2 * WAVE + thickness : thickness
}
