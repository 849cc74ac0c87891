import type { Span } from '../annotation/span.ts'

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
  const tooLong = lines.filter(line => columnsOf(text, line) > TOO_LONG).length
  if (tooLong > lines.length / 50) return false

  const followed = runs.flatMap(run =>
    run.slice(0, -1).map((line, i) => ({ columns: columnsOf(text, line), next: firstWordColumns(text, run[i + 1]!) })),
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
function columnsOf(text: string, { start, end }: Span): number {
  return columns(text.slice(start, Math.min(end, start + 2 * TOO_LONG)).trimEnd())
}

function firstWordColumns(text: string, { start, end }: Span): number {
  const head = text.slice(start, Math.min(end, start + TOO_LONG)).trimStart()
  return columns(
    /^(?:[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef][、。，．：；？！」』”）]*|[^\s\u2e80-\ud7ff]+)/.exec(head)?.[0] ??
      '',
  )
}

function columns(words: string): number {
  let count = 0
  if (!/[^\0-\x7f]/.test(words)) return words.length
  for (const character of words) if (!zeroWidth.test(character)) count += wide.test(character) ? 2 : 1
  return count
}

const zeroWidth = /[\p{M}\u200b-\u200f\u2060\ufeff]/u
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
