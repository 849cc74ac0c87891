import { columnsOf } from '../../article/columns.ts'

/** How wide LexisNexis wraps text, where a file has too few lines to tell. */
const USUAL_WIDTH = 78
const NARROWEST = 60
const WIDEST = 100
/** Followed lines that are measured, and as many as prove a width. */
const MEASURED = 5000
const FEWEST = 20

/**
 * How wide a text was wrapped, in columns: hardly any line that another
 * follows is wider. `paragraphs` are runs of lines.
 */
export function wrappedAt(paragraphs: Iterable<readonly string[]>): number {
  const widths: number[] = []
  for (const lines of paragraphs) {
    for (const line of lines.slice(0, -1)) {
      const width = columnsOf(line.trimEnd())
      if (width >= NARROWEST && width <= WIDEST) widths.push(width)
    }
    if (widths.length > MEASURED) break
  }
  if (widths.length < FEWEST) return USUAL_WIDTH
  widths.sort((one, other) => one - other)
  return widths[Math.floor((widths.length - 1) * 0.99)]!
}

/**
 * A wrapped paragraph as it was before. A line end goes, and the space comes
 * back that was dropped for it, where the line was full: the first word of the
 * next line would not have fitted. Lines that were ended earlier, as verse,
 * lists and addresses are, stay lines. No other character is changed.
 */
export function unwrapped(lines: readonly string[], width: number): string {
  let text = ''
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    const isFull = next !== undefined && columnsOf(line.trimEnd()) + 1 + columnsOf(firstWord(next)) > width
    const isIndented = next !== undefined && /^\s/.test(next)
    if (next === undefined) text += line
    else if (!isFull || isIndented) text += `${line}\n`
    else text += line + (/\s$/.test(line) || (endsWide.test(line) && beginsWide.test(next)) ? '' : ' ')
  }
  return text.trim()
}

function firstWord(line: string): string {
  return /^\S{0,120}/.exec(line)![0]
}

/** Chinese and Japanese have no spaces between their words. */
const endsWide = /[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]$/
const beginsWide = /^[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]/
