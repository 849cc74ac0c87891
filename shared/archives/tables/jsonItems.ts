const QUOTE = 0x22
const BACKSLASH = 0x5c

/** A list that stands in JSON: where it begins, and where it ends, or the end of a text that is cut off in it. UTF-16. */
interface List {
  readonly start: number
  readonly end: number
}

/**
 * The list of objects that a JSON text is, or that stands right in the object
 * that it is: the longest where several do. Null where there is none. Nothing is
 * parsed, so that a text may be cut off, or wrong in one of its items.
 */
export function listIn(text: string): List | null {
  const root = nextSign(text, 0)
  if (text[root] === '[') return startsWithObject(text, root) ? { start: root, end: endOf(text, root) } : null
  if (text[root] !== '{') return null
  let longest: List | null = null
  for (let at = root + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at)
    else if (code === 0x7d) break
    else if (code === 0x5b || code === 0x7b) {
      const end = endOf(text, at)
      if (code === 0x5b && startsWithObject(text, at) && end - at > (longest ? longest.end - longest.start : 0))
        longest = { start: at, end }
      at = end
    }
  }
  return longest
}

/** The items of a list, each as it is written; the last one may be cut off. */
export function* itemsIn(text: string, { start, end }: List): Iterable<string> {
  for (let at = nextSign(text, start + 1); at < end; at = nextSign(text, at)) {
    const code = text.charCodeAt(at)
    if (code === 0x2c) at++
    else if (code === 0x5d) return
    else {
      const last = code === 0x7b || code === 0x5b ? endOf(text, at) : endOfPlain(text, at)
      yield text.slice(at, last + 1)
      at = last + 1
    }
  }
}

/** Where the object or list that begins at `at` ends: its last sign, or the text's length where it is cut off. */
export function endOf(text: string, at: number): number {
  let depth = 0
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) i = endOfString(text, i)
    else if (code === 0x5b || code === 0x7b) depth++
    else if ((code === 0x5d || code === 0x7d) && --depth === 0) return i
  }
  return text.length
}

function endOfString(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === BACKSLASH) i++
    else if (code === QUOTE) return i
  }
  return text.length
}

function endOfPlain(text: string, at: number): number {
  if (text.charCodeAt(at) === QUOTE) return endOfString(text, at)
  for (let i = at; i < text.length; i++) if (',]}'.includes(text[i]!)) return i - 1
  return text.length
}

/** The first place from `at` on that isn't white space. */
export function nextSign(text: string, at: number): number {
  let i = at
  while (i < text.length && /[\s\ufeff]/.test(text[i]!)) i++
  return i
}

function startsWithObject(text: string, at: number): boolean {
  return text[nextSign(text, at + 1)] === '{'
}
