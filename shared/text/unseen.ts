import type { Span } from '../annotation/span.ts'

/** What a character does that nobody sees: it puts others in another order, it is nothing to read, or it hides inside words. */
export type UnseenKind = 'order' | 'control' | 'hidden'

/** A character that nobody sees unless it is marked. Offsets are UTF-16. */
export interface Unseen extends Span {
  readonly kind: UnseenKind
  readonly codePoint: number
}

/**
 * The characters of a text, or of a span of it, that nobody sees, in order: overrides, embeddings and isolates of direction; control characters
 * but white space; what has no width and no business where it stands. Marks that only say which way the next letter reads,
 * joiners, soft hyphens, a mark at the beginning of the text, a zero-width space between words and the letters of a flag
 * belong to honest text and aren't meant.
 */
export function* unseenIn(text: string, within: Span = { start: 0, end: text.length }): Generator<Unseen> {
  for (let at = within.start; at < within.end; at++) {
    const start = nextSuspect(text, at, within.end)
    if (start === within.end) return
    at = start
    const codePoint = text.codePointAt(start)!
    if (isHonest(text, start, codePoint)) continue
    yield { start, end: start + (codePoint > 0xffff ? 2 : 1), kind: kindOf(codePoint), codePoint }
  }
}

/** The next unit that may be meant; `end` if there is none before it. By hand, since whole texts are looked through: an expression takes several times as long. */
function nextSuspect(text: string, at: number, end: number): number {
  for (; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0xa0 ? unit >= 0x200b && isSuspect(unit) : isControl(unit)) break
  }
  return at
}

/** But white space: tabs and ends of lines of every kind. */
function isControl(unit: number): boolean {
  return unit < 0x20 ? unit < 0x09 || unit > 0x0d : unit >= 0x7f && unit !== 0x85
}

function isSuspect(unit: number): boolean {
  return (
    unit === 0x200b ||
    isOrder(unit) ||
    (unit >= 0x2060 && unit <= 0x2064) ||
    unit === 0xfeff ||
    (unit >= 0xfff9 && unit <= 0xfffb) ||
    unit === 0xdb40 // the first half of a letter that no face has
  )
}

function isOrder(codePoint: number): boolean {
  return (codePoint >= 0x202a && codePoint <= 0x202e) || (codePoint >= 0x2066 && codePoint <= 0x2069)
}

const lettersBetweenWhichNothingBelongs = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]{2}/u

function isHonest(text: string, at: number, codePoint: number): boolean {
  if (codePoint === 0xfeff) return at === 0
  if (codePoint === 0x200b) return !lettersBetweenWhichNothingBelongs.test(text.charAt(at - 1) + text.charAt(at + 1))
  return codePoint > 0xffff && (codePoint > 0xe007f || isOfFlag(text, at))
}

/** Whether a letter of a tag follows a black flag, as those of Scotland and Wales do. */
function isOfFlag(text: string, at: number): boolean {
  let from = at
  while (text.charAt(from - 2) === '\udb40') from -= 2
  return text.codePointAt(from - 2) === 0x1f3f4
}

export function countUnseen(text: string): number {
  let count = 0
  for (const _ of unseenIn(text)) count++
  return count
}

/**
 * Words from elsewhere for a list, a card or a name: what nobody sees stands there by its number (`‹U+202E›`) and changes
 * no order any more. For the eye alone: offsets into it are other ones.
 */
export function withUnseenShown(words: string): string {
  let shown = ''
  let at = 0
  for (const { start, end, codePoint } of unseenIn(words)) {
    shown += `${words.slice(at, start)}‹${unicodeOf(codePoint)}›`
    at = end
  }
  return at === 0 ? words : shown + words.slice(at)
}

/** `U+202E`, as such characters are looked up. */
export function unicodeOf(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

function kindOf(codePoint: number): UnseenKind {
  if (codePoint < 0xa0) return 'control'
  return isOrder(codePoint) ? 'order' : 'hidden'
}
