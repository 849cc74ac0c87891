import { sentencesIn } from '../text/sentences.ts'
import { wordsIn } from './tokens.ts'

/** Where the tokens of a text begin and end, in order: those of `tokensOf`, without its sentences. Offsets are UTF-16. */
export interface TokenCut {
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/**
 * Cuts a text into tokens. A line of nothing but plain letters, digits and usual
 * punctuation is cut here, by the rules of Unicode's annex 29 for these (in them no
 * sentence ends inside a word); any other as `tokensOf` cuts it, which takes ten times as long.
 */
export function tokenCut(text: string): TokenCut {
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < text.length; ) {
    const end = endOfLine(text, at)
    const count = starts.length
    if (end - at > LONGEST || !cutPlain(text, at, end, starts, ends)) {
      starts.length = count
      ends.length = count
      for (const sentence of sentencesIn(text.slice(at, end)))
        for (const token of wordsIn(text, at + sentence.start, at + sentence.end)) {
          starts.push(token.start)
          ends.push(token.end)
        }
    }
    at = end + 1
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

/** A longer line is looked at in pieces there. */
const LONGEST = 4096

function endOfLine(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) break
    at++
  }
  return at
}

const [STRANGE, SPACE, OTHER, LETTER, DIGIT, JOINER, MID, MID_NUMBER, COLON] = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** What a UTF-16 unit is to words; `STRANGE` where that isn't known here, or not the same in all versions of Unicode. */
const kinds = kindsOfUnits()

/** Whether the line was cut: false where something strange stands in it. */
function cutPlain(text: string, from: number, to: number, starts: number[], ends: number[]): boolean {
  const kindAt = (at: number) => (at < to ? (kinds[text.charCodeAt(at)] ?? STRANGE) : SPACE)
  for (let at = from; at < to; ) {
    const begin = at
    let kind = kindAt(at++)
    if (kind === STRANGE || (kind === COLON && kindAt(at) === LETTER && at > from + 1 && kindAt(at - 2) === LETTER))
      return false
    if (kind === SPACE) continue
    if (kind === LETTER || kind === DIGIT || kind === JOINER)
      for (;;) {
        const next = kindAt(at)
        if (next === LETTER || next === DIGIT || next === JOINER) at++
        else if (
          (next === MID || (next === MID_NUMBER && kind === DIGIT)) &&
          kind !== JOINER &&
          kindAt(at + 1) === kind
        )
          at += 2
        else break
        kind = kindAt(at - 1)
      }
    starts.push(begin)
    ends.push(at)
  }
  return true
}

function kindsOfUnits(): Uint8Array {
  const kinds = new Uint8Array(0x2030)
  for (let unit = 0x21; unit < 0x7f; unit++) kinds[unit] = OTHER
  for (let unit = 0xa1; unit < 0x180; unit++) kinds[unit] = unit < 0xc0 ? STRANGE : LETTER
  const set = (units: string, kind: number) => {
    for (const unit of units) kinds[unit.charCodeAt(0)] = kind
  }
  set(' \t\r\u00a0', SPACE)
  set('×÷£§©«®°±»–—“”„…', OTHER)
  set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', LETTER)
  set('0123456789', DIGIT)
  set('_', JOINER)
  set(".'‘’", MID)
  set(',;', MID_NUMBER)
  set(':', COLON)
  set('@', STRANGE)
  return kinds
}
