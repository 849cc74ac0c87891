/** A line of a file that is read in parts, without its end, and its number, counted from 1. */
export interface TextLine {
  readonly line: number
  readonly words: string
}

/** The lines of UTF-8 that comes in parts, ended by LF or CR LF; a byte order mark at the beginning is left out. A last line that is empty is none. */
export async function* textLines(parts: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder()
  let line = 0
  let held = ''
  const take = function* (isEnd: boolean): Generator<TextLine> {
    const lines = held.split('\n')
    held = isEnd ? '' : lines.pop()!
    if (isEnd && lines.at(-1) === '') lines.pop()
    for (const words of lines) yield { line: ++line, words: words.endsWith('\r') ? words.slice(0, -1) : words }
  }
  for await (const part of parts) {
    held += decoder.decode(part, { stream: true })
    if (held.includes('\n')) yield* take(false)
  }
  held += decoder.decode()
  yield* take(true)
}
