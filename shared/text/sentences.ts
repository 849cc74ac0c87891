import type { Span } from '../annotation/span.ts'
import { trimSpace } from './characters.ts'
import { endsSentence } from './sentenceEnds.ts'
import { stretchAround } from './stretch.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
/** UTF-16 units. A sentence is looked for in one to two cells on either side, and is cut there if it is longer. */
const CELL = 2048

/**
 * The sentence that `offset` stands in, in UTF-16, without the white space
 * around it; the white space after a sentence belongs to it. Null on a blank
 * line. A sentence ends with its line, unless `within` names the block it is
 * in, whose inner line ends are then mere spaces (as in hard-wrapped files).
 */
export function sentenceAround(text: string, offset: number, within?: Span): Span | null {
  const passage = passageAround(text, offset, within)
  if (passage.start === passage.end) return null
  const words = text.slice(passage.start, passage.end).replace(/[\r\n]/g, ' ')
  const place = Math.min(offset, passage.end - 1) - passage.start

  let start = 0
  for (const end of sentenceEnds(words)) {
    if (place < end) return trimSpace(text, { start: passage.start + start, end: passage.start + end })
    start = end
  }
  return null
}

/**
 * The sentences of a text in their order, as `sentenceAround` cuts them, each
 * line looked at once. UTF-16, with the white space and the unseen characters
 * round them, so that they hold every character but the ends of lines.
 */
export function* sentencesIn(text: string): Generator<Span> {
  for (let at = 0; at < text.length; ) {
    const from = at
    let end = at
    while (end < text.length && end - from < 2 * CELL && !endsLine(text, end)) end++
    // A line that is longer is taken up again where its last sentence here begins.
    const isWhole = end === text.length || endsLine(text, end)
    const spans = [...spansIn(text, from, end)]
    const whole = isWhole || spans.length < 2 ? spans : spans.slice(0, -1)
    yield* whole
    at = isWhole ? end + 1 : spans.length < 2 ? end : spans.at(-1)!.start
  }
}

function* spansIn(text: string, from: number, to: number): Generator<Span> {
  let start = 0
  for (const end of sentenceEnds(text.slice(from, to).replace(/[\r\n]/g, ' '))) {
    yield { start: from + start, end: from + end }
    start = end
  }
}

/** The part of the line (or of `within`) around `offset` in which a sentence is looked for. */
function passageAround(text: string, offset: number, within: Span | undefined): Span {
  const stretch = stretchAround(text, Math.max(0, Math.min(offset, text.length - 1)), CELL)
  if (within)
    return { start: Math.max(stretch.start, within.start), end: Math.max(0, Math.min(stretch.end, within.end)) }

  let start = Math.min(offset, text.length)
  while (start > stretch.start && !endsLine(text, start - 1)) start--
  let end = start
  while (end < stretch.end && !endsLine(text, end)) end++
  return { start, end }
}

/** Whether a line ends with the unit at `at`: a caret between CR and LF is still on the line they end. */
function endsLine(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)
}

/** Where the sentences of one paragraph end, white space included. */
function* sentenceEnds(words: string): Generator<number> {
  let start = 0
  let end = 0
  for (const { segment, index } of segmenter.segment(words)) {
    // Text that was given to the sentence before: closing quotation marks that stand after a space.
    if (index + segment.length <= end) continue
    for (const inner of breaksBeforeNumbers(segment)) {
      const at = index + inner
      if (at > end && endsSentence(words.slice(start, at), words.slice(at, at + 80))) {
        yield at
        start = at
      }
    }
    end = index + segment.length - strayOpening(segment)
    end += strayClosing(words, start, end)
    if (end === words.length || endsSentence(words.slice(start, end), words.slice(end, end + 80))) {
      yield end
      start = end
    }
  }
  if (start < words.length && end < words.length) yield words.length
}

/** A full stop before a number ends a sentence too, where the segmenter waits to see what follows the number. */
function breaksBeforeNumbers(segment: string): number[] {
  return [...segment.matchAll(/(?<=(?:\p{Ll}{2}|\p{N}{2})[.]["”’»)\]]*)\s+(?=\p{N})/gu)].map(
    found => found.index + found[0].length,
  )
}

/** How long the opening marks at the end are, which follow a full stop without a space in Chinese and Japanese. */
function strayOpening(segment: string): number {
  return /(?<=[。！？」』”])[「『“‘《（]+$/u.exec(segment)?.[0].length ?? 0
}

/** How long the closing mark is that stands after a space, as in « Oui. » – if something was opened that it closes. */
function strayClosing(words: string, start: number, end: number): number {
  const closing = /^[»›”’」』)\]]+\s*/u.exec(words.slice(end, end + 8))?.[0]
  if (!closing) return 0
  const opening = openings[closing.charAt(0)] ?? ''
  const sentence = words.slice(start, end)
  return sentence.lastIndexOf(opening) > sentence.lastIndexOf(closing.charAt(0)) ? closing.length : 0
}

const openings: Record<string, string> = {
  '»': '«',
  '›': '‹',
  '”': '“',
  '’': '‘',
  '」': '「',
  '』': '『',
  ')': '(',
  ']': '[',
}
