import type { Measures } from './estimate.ts'
import type { MountedChunk } from './mounted.ts'

/** Enough of the article to know how wide its letters are. */
const SAMPLE = 2_000

/** Before anything was laid out. */
export const usualMeasures: Measures = { columns: 68, lineHeight: 30 }

const canvas = document.createElement('canvas').getContext('2d')

/** Reads from a mounted paragraph how much text a line holds and how tall it is; undefined if there is none to read from. */
export function measureText(text: string, chunks: readonly MountedChunk[]): Measures | undefined {
  const piece = chunks.flatMap(chunk => chunk.pieces).find(({ element }) => element.matches('p:not(.page-blank)'))
  const width = piece?.element.clientWidth
  if (!piece || !width || !canvas) return undefined
  const style = getComputedStyle(piece.element)
  canvas.font = style.font
  const sample = text.slice(piece.start, piece.start + SAMPLE).replace(/\s+/g, ' ')
  const letter = canvas.measureText(sample).width / sample.length
  const lineHeight = Number.parseFloat(style.lineHeight)
  if (!(letter > 0 && lineHeight > 0)) return undefined
  return { columns: Math.max(1, width / letter), lineHeight }
}

/** The font of a style as a canvas takes it; `style.font` is empty where anything about kerning is said. */
export function fontOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): string {
  return `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
}

/** Whether heights guessed from one would differ visibly from those guessed from the other. */
export function differ(one: Measures, other: Measures): boolean {
  return Math.abs(one.columns / other.columns - 1) > 0.01 || Math.abs(one.lineHeight / other.lineHeight - 1) > 0.01
}
