import type { Span } from '../annotation/span.ts'
import { columnsOf } from './columns.ts'

/** Columns: wrapped text is neither narrower nor wider. */
const NARROWEST = 50
const WIDEST = 90
/** Columns: a line longer than this was not wrapped. A few are allowed for addresses of pages and tables. */
const TOO_LONG = 100
/** Fewer wrapped lines than this prove nothing: a title and a standfirst in two lines each are no wrapped file. */
const FEWEST_LINES = 5

/**
 * Whether a text was wrapped by a program at some column, so that its
 * paragraphs are runs of lines. `runs` are its runs of non-blank lines.
 *
 * It was, if most lines that are followed by another in their run are 50 to 90
 * columns wide and full: the next line's first word would not have fitted. A
 * list, a poem or one-line paragraphs without blank lines between them don't
 * fill their lines like that.
 */
export function isHardWrapped(text: string, runs: readonly (readonly Span[])[]): boolean {
  const lines = runs.flat()
  const tooLong = lines.filter(line => widthOf(text, line) > TOO_LONG).length
  if (tooLong > lines.length / 50) return false

  const followed = runs.flatMap(run =>
    run.slice(0, -1).map((line, i) => ({ columns: widthOf(text, line), next: firstWordColumns(text, run[i + 1]!) })),
  )
  if (followed.length < FEWEST_LINES || followed.length * 3 < lines.length) return false

  // Nine lines of ten stay within the width; one line that sticks out (a long word, an address) doesn't set it.
  const width = followed.map(({ columns }) => columns).sort((one, other) => one - other)[
    Math.floor(followed.length * 0.9)
  ]!
  const full = followed.filter(
    ({ columns, next }) => columns >= NARROWEST && columns <= WIDEST && columns + 1 + next > width,
  )
  return full.length >= followed.length * 0.8
}

/** How wide a line is without its white space at the end; wide characters take two columns. At most a little more than TOO_LONG. */
function widthOf(text: string, { start, end }: Span): number {
  return columnsOf(text.slice(start, Math.min(end, start + 2 * TOO_LONG)).trimEnd())
}

function firstWordColumns(text: string, { start, end }: Span): number {
  const head = text.slice(start, Math.min(end, start + TOO_LONG)).trimStart()
  return columnsOf(
    /^(?:[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef][、。，．：；？！」』”）]*|[^\s\u2e80-\ud7ff]+)/.exec(head)?.[0] ??
      '',
  )
}
