/** An entry that is longer, in UTF-16, is none that was ever written. */
const LONGEST = 256 * 1024
/** After so many that end nowhere the file isn't looked through any further. */
const PATIENCE = 200

/** The lists of a sidecar that are looked through, in the order of the file. */
export type SidecarList = 'annotations' | 'unplaced' | 'links' | 'comments' | 'verdicts'

/**
 * The texts of the objects in a list of a JSON file that may be no JSON: `null` for what begins as one and can't be
 * followed to its end. After that it goes on where the next entry begins as this program writes them, indented by four.
 */
export function* elementsOf(text: string, list: SidecarList): Generator<string | null> {
  const begin = new RegExp(`"${list}"\\s*:\\s*\\[`).exec(text)
  if (!begin) return
  const rest = /"(?:unplaced|links|comments|verdicts)"\s*:\s*\[/g
  rest.lastIndex = begin.index + begin[0].length
  // Annotations hold none of these names as a key of a list.
  const until = rest.exec(text)?.index ?? text.length
  let at = begin.index + begin[0].length
  for (let lost = 0; lost < PATIENCE; ) {
    const start = text.indexOf('{', at)
    if (start === -1 || start >= until || /[^\s,]/.test(text.slice(at, start))) {
      const next = text.indexOf('\n    {', at)
      // Nothing more, or the list's end.
      if (next === -1 || next >= until) return
      at = next + 1
      continue
    }
    const end = endOf(text, start, until)
    yield end === null ? null : text.slice(start, end)
    if (end === null) lost++
    const next = end ?? text.indexOf('\n    {', start + 1)
    if (next === -1 || next >= until) return
    at = next
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Where the object that begins at `start` ends, strings skipped. */
function endOf(text: string, start: number, until: number): number | null {
  let depth = 0
  const limit = Math.min(until, start + LONGEST)
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      for (at++; at < limit && text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++
    } else if (code === 0x7b || code === 0x5b) depth++
    else if ((code === 0x7d || code === 0x5d) && --depth === 0) return at + 1
  }
  return null
}
