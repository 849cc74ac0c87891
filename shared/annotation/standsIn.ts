import { spanOf } from './comment.ts'
import type { Edit } from './edit.ts'

/** Whether everything that an edit puts stands in a text at its offsets, letter for letter, each span after the one before. */
export function standsIn(edit: Edit, text: string): boolean {
  if (edit.kind === 'all') return edit.edits.every(part => standsIn(part, text))
  if (edit.kind === 'putLink') {
    const { cue } = edit.link
    return !cue || text.slice(cue.start, cue.end) === cue.quote
  }
  if (edit.kind === 'putComment') {
    const span = spanOf(edit.comment)
    return !span || text.slice(span.start, span.end) === span.quote
  }
  if (edit.kind !== 'put') return true
  let reached = 0
  for (const { start, end, quote } of edit.annotation.spans) {
    if (start < reached || end <= start || text.slice(start, end) !== quote) return false
    reached = end
  }
  return true
}
