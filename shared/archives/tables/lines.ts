import { MAX_ROW_CHARACTERS } from '../../limits.ts'

/** The lines of a text that comes in pieces, without their ends; null for one that is too long to be held. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncIterable<string | null> {
  let held: string[] = []
  let length = 0
  for await (const piece of pieces) {
    let from = 0
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', from)) {
      const isWhole = length <= MAX_ROW_CHARACTERS
      yield isWhole ? `${held.join('')}${piece.slice(from, end)}`.replace(/\r$/, '') : null
      held = []
      length = 0
      from = end + 1
    }
    length += piece.length - from
    if (length > MAX_ROW_CHARACTERS) held = []
    else if (from < piece.length) held.push(piece.slice(from))
  }
  if (length > MAX_ROW_CHARACTERS) yield null
  else if (length > 0) yield held.join('')
}
