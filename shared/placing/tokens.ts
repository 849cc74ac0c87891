/**
 * A text as a row of tokens: words, and every other visible character by itself
 * (so are the letters of scripts that set no spaces). White space is between
 * tokens and is no part of the comparison: lines may be wrapped anew, CR LF may
 * become LF. `starts` and `ends` are UTF-16; equal `ids` mean equal words, however
 * their letters are composed.
 */
export interface Tokens {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly ids: Int32Array
}

/** Numbers words, so that texts can be compared by number. Both texts of a comparison need the same one. */
export type Numbering = Map<string, number>

const SPACE = 1
const WORD = 2
const SINGLE = 3

/** What each UTF-16 unit is, found out when it is first met. */
const kinds = new Uint8Array(0x10000)
/** Scripts that set no spaces: a run of their letters is no word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function kindOf(unit: number): number {
  const known = kinds[unit]!
  if (known !== 0) return known
  const character = String.fromCharCode(unit)
  const kind = /\s/.test(character)
    ? SPACE
    : /[\p{L}\p{N}\p{M}]/u.test(character) && !UNSPACED.test(character)
      ? WORD
      : SINGLE
  kinds[unit] = kind
  return kind
}

export function tokensOf(text: string, numbering: Numbering): Tokens {
  const room = text.length
  let starts = new Int32Array(Math.min(room, 1024) + 1)
  let ends = new Int32Array(starts.length)
  let ids = new Int32Array(starts.length)
  let count = 0
  for (let at = 0; at < text.length; ) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind === SPACE) {
      at++
      continue
    }
    let end = at + 1
    if (kind === WORD) while (end < text.length && kindOf(text.charCodeAt(end)) === WORD) end++
    else if ((text.codePointAt(at) ?? 0) > 0xffff) end++
    if (count === starts.length) {
      starts = grown(starts)
      ends = grown(ends)
      ids = grown(ids)
    }
    starts[count] = at
    ends[count] = end
    ids[count] = numberOf(text.slice(at, end), numbering)
    count++
    at = end
  }
  return { starts: starts.slice(0, count), ends: ends.slice(0, count), ids: ids.slice(0, count) }
}

function grown(from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2)
  to.set(from)
  return to
}

function numberOf(word: string, numbering: Numbering): number {
  const known = numbering.get(word)
  if (known !== undefined) return known
  const composed = word.normalize('NFC')
  const number = composed === word ? numbering.size : (numbering.get(composed) ?? numbering.size)
  numbering.set(word, number)
  if (composed !== word && !numbering.has(composed)) numbering.set(composed, number)
  return number
}

/** The first token that ends after `offset` (UTF-16): the one that holds it, or the next. `ends.length` where there is none. */
export function tokenAt({ ends }: Tokens, offset: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ends[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low
}
