import { graphemeAfter, snapToGraphemes, trimSpace } from '../text/characters.ts'
import { clauseAround } from '../text/clauses.ts'
import { paragraphsAround } from '../text/paragraphs.ts'
import { isMark, type Quotation, quotationsAround } from '../text/quotations.ts'
import { sentenceAround } from '../text/sentences.ts'
import { wordHolding } from '../text/words.ts'
import { holds, indexAt, type Span } from './span.ts'

/** What a span grows to, the smaller first. */
export const growthUnits = ['word', 'clause', 'sentence', 'quotation', 'paragraph'] as const
export type GrowthUnit = (typeof growthUnits)[number]

export interface Grown extends Span {
  readonly unit: GrowthUnit
}

/**
 * The smallest unit that holds the span and more: its whole words, their
 * clause, the sentence, the words that are quoted, the paragraph; null where
 * there is nothing larger. Inside a quotation clauses and sentences are those
 * of the quotation. A span over several sentences grows to all of them.
 * `blocks` are the article's, without a gap. Offsets are UTF-16.
 */
export function grow(text: string, blocks: readonly Span[], span: Span): Grown | null {
  let best: Grown | null = null
  for (const candidate of unitsAround(text, blocks, span)) {
    const isLarger = holds(candidate, span) && sizeOf(candidate) > sizeOf(span)
    if (isLarger && (!best || isBefore(candidate, best))) best = candidate
  }
  return best
}

/**
 * The largest unit that begins where the span begins and ends before it does;
 * of a whole quotation, what is quoted. Null where the span is one word.
 */
export function shrink(text: string, blocks: readonly Span[], span: Span): Grown | null {
  const quotation = quotationsAround(text, blocks, span).find(({ start }) => start === span.start)
  const quoted = quotation && quotation.end <= span.end ? quotation.inner : null
  let best: Grown | null = quoted && { start: quoted.start, end: quoted.end, unit: 'quotation' }
  let next: Grown | null = firstWord(text, span)
  while (next && next.end < span.end) {
    const candidate = trimSpace(text, { start: Math.max(next.start, span.start), end: next.end })
    if (candidate && (!best || sizeOf(candidate) > sizeOf(best))) best = { ...candidate, unit: next.unit }
    next = grow(text, blocks, next)
  }
  return best
}

function* unitsAround(text: string, blocks: readonly Span[], span: Span): Generator<Grown> {
  const words = {
    start: wordHolding(text, span.start)?.start ?? span.start,
    end: wordHolding(text, span.end - 1)?.end ?? span.end,
  }
  yield { ...snapToGraphemes(text, words), unit: 'word' }

  const quotations = quotationsAround(text, blocks, span)
  const around = quotations.filter(({ inner }) => holds(inner, span))
  const sentence = sentencesAround(text, blocks, span)
  const paragraph = paragraphsAround(text, blocks, span)
  const passages: Grown[] = around.map(({ inner }) => ({ start: inner.start, end: inner.end, unit: 'quotation' }))
  if (paragraph) passages.push({ ...paragraph, unit: 'paragraph' })
  for (const passage of passages) {
    const within = tidy(text, inCommon(sentence, passage), quotations)
    const clause = tidy(text, clauseAround(text, span, within, quotations), quotations)
    // Half of a quotation is no unit.
    const isWhole = (unit: Span) => around.every(one => holds(one, unit) || holds(unit, one))
    if (isWhole(clause)) yield { ...clause, unit: 'clause' }
    if (isWhole(within)) yield { ...within, unit: 'sentence' }
    if (isWhole(passage)) yield passage
  }
}

/** From the beginning of the sentence at the start of the span to the end of the one at its end. */
function sentencesAround(text: string, blocks: readonly Span[], span: Span): Span {
  const sentenceAt = (offset: number) => sentenceAround(text, offset, blocks[indexAt(blocks, offset)])
  return {
    start: Math.min(span.start, sentenceAt(span.start)?.start ?? span.start),
    end: Math.max(span.end, sentenceAt(span.end - 1)?.end ?? span.end),
  }
}

/** Whole characters, without a quotation mark at an end whose other half stands elsewhere. */
function tidy(text: string, span: Span, quotations: readonly Quotation[]): Span {
  const isPaired = (at: number) => quotations.some(one => (one.start === at || one.end === at + 1) && holds(span, one))
  const start = isDouble(text.charAt(span.start)) && !isPaired(span.start) ? span.start + 1 : span.start
  const end = isDouble(text.charAt(span.end - 1)) && !isPaired(span.end - 1) ? span.end - 1 : span.end
  const trimmed = start < end ? trimSpace(text, { start, end }) : null
  return snapToGraphemes(text, trimmed ?? span)
}

/** A mark that can't be an apostrophe. */
function isDouble(sign: string): boolean {
  return isMark(sign) && !/['‘’]/.test(sign)
}

function inCommon(one: Span, other: Span): Span {
  return { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }
}

/**
 * The first word of a span; its first character where it begins with something else. A word may end inside
 * a character: behind an Arabic sign that stands before a number, where no number follows.
 */
function firstWord(text: string, { start }: Span): Grown {
  const end = wordHolding(text, start)?.end ?? graphemeAfter(text, start)
  return { start, end: snapToGraphemes(text, { start, end }).end, unit: 'word' }
}

/** Whether a unit comes before another in growing: it is smaller, or it is the same words by a larger name. */
function isBefore(one: Grown, other: Grown): boolean {
  const less = sizeOf(one) - sizeOf(other)
  return less < 0 || (less === 0 && growthUnits.indexOf(one.unit) > growthUnits.indexOf(other.unit))
}

function sizeOf({ start, end }: Span): number {
  return end - start
}
