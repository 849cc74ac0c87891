import { type TextLine, textLines } from './textLines.ts'

/**
 * The values of a file of JSON that comes in parts, as their texts, each with
 * the line on which it begins: the items of an array, or values one after the
 * other, as in JSON Lines. An array that begins with a string is such a value
 * itself. Only one value is held at a time.
 *
 * A line of JSON Lines that is broken takes no other with it: a value ends
 * where a line begins with a bracket. Where an array is cut off or a bracket is
 * missing in it, what is left comes as one value that doesn't parse.
 */
export async function* jsonItems(parts: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  const held: Uint8Array[] = []
  const rest = parts[Symbol.asyncIterator]()
  let begin = ''
  const decoder = new TextDecoder()
  while (!/\S\s*\S/.test(begin)) {
    const { value, done } = await rest.next()
    if (done) break
    held.push(value)
    begin += decoder.decode(value, { stream: true })
  }
  const all = async function* () {
    yield* held.splice(0)
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  }
  if (/^\s*\[\s*[^\s"]/.test(begin)) yield* itemsOf(all())
  else yield* valuesOf(all())
}

async function* valuesOf(parts: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  let open: { line: number; words: string[] } | null = null
  for await (const { line, words } of textLines(parts)) {
    if (open && /^[[{]/.test(words)) {
      yield { line: open.line, words: open.words.join('\n') }
      open = null
    }
    if (open) open.words.push(words)
    else if (words.trim() !== '') open = { line, words: [words] }
  }
  if (open) yield { line: open.line, words: open.words.join('\n') }
}

async function* itemsOf(parts: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder()
  const items = new ArrayItems()
  for await (const part of parts) yield* items.take(decoder.decode(part, { stream: true }))
  yield* items.end()
}

/** The items of an array whose text comes in parts. */
class ArrayItems {
  /** Of the item that is open. */
  #words: string[] = []
  #fromLine = 1
  #line = 1
  /** Brackets that are open: 0 outside the array, 1 between its items and in bare ones. */
  #depth = 0
  #inString = false
  #isEscaped = false

  /** Whether a character stands between items, or round them. */
  #step(character: string): boolean {
    if (character === '\n') this.#line++
    if (this.#inString) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (character === '\\') this.#isEscaped = true
      else if (character === '"') this.#inString = false
      return false
    }
    if (character === '"') this.#inString = true
    else if (character === '[' || character === '{') return ++this.#depth === 1
    else if (character === ']' || character === '}') return --this.#depth === 0
    return character === ',' && this.#depth === 1
  }

  *take(text: string): Generator<TextLine> {
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const ends = this.#step(text[at]!)
      if (!ends) continue
      this.#words.push(text.slice(from, at))
      from = at + 1
      yield* this.end()
      this.#fromLine = this.#line
    }
    this.#words.push(text.slice(from))
  }

  /** What is open, if it is anything. */
  *end(): Generator<TextLine> {
    const words = this.#words.join('')
    this.#words = []
    const space = /^\s*/.exec(words)![0]
    if (space.length === words.length) return
    yield { line: this.#fromLine + space.split('\n').length - 1, words: words.trim() }
  }
}
