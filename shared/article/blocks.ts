import type { Span } from '../annotation/span.ts'
import { isHardWrapped } from './hardWrapped.ts'
import { isBlank, lineSpans } from './lines.ts'

/** Lines that decide whether a text is hard-wrapped: whoever wrapped these wrapped the rest. */
const LINES_LOOKED_AT = 2000

/**
 * The blocks of a plain text: its lines, blank ones too; where the text is
 * hard-wrapped, each run of non-blank lines is one block. The blocks' texts in
 * order are the text, without a gap. An empty text is one empty block, so that
 * there is a place for the caret. Offsets are UTF-16.
 */
export function blockSpans(text: string): Span[] {
  const lines = lineSpans(text)
  if (lines.length === 0) return [{ start: 0, end: 0 }]
  const first = runsOf(text, lines.slice(0, LINES_LOOKED_AT)).filter(run => !isBlank(text, run[0]!))
  if (!isHardWrapped(text, first)) return lines
  return runsOf(text, lines).map(run => ({ start: run[0]!.start, end: run.at(-1)!.end }))
}

/** Non-blank lines that follow each other, together; each blank line by itself. */
function runsOf(text: string, lines: readonly Span[]): Span[][] {
  const runs: Span[][] = []
  let run: Span[] | undefined
  for (const line of lines) {
    if (isBlank(text, line)) {
      runs.push([line])
      run = undefined
    } else if (run) run.push(line)
    else {
      run = [line]
      runs.push(run)
    }
  }
  return runs
}
