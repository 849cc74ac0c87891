import type { Span } from '../annotation/span.ts'
import type { Zone } from './article.ts'
import { columnsOf } from './columns.ts'
import { isBlank } from './lines.ts'

/** UTF-16 units of a line that rules look at: its start and, of longer lines, its end. */
const LOOKED_AT = 400

/** A block with words in it, as rules see it. A block of several lines reads as one. */
export interface Line {
  /** Its number among the lines with words, from 0. */
  readonly index: number
  /** Its number among all blocks. */
  readonly block: number
  /** Its first words, without white space around them; all of them unless `isLong`. */
  readonly words: string
  /** Its last words. */
  readonly ending: string
  /** Longer than any line that a rule could mean. */
  readonly isLong: boolean
  /** How wide it stands; of a long line only that it is wide. */
  readonly columns: number
  /** Ends as a sentence ends: full stop, question or exclamation mark, with what closes after them. */
  readonly stops: boolean
  readonly blankBefore: boolean
  /** What the rules found so far. */
  zone: Zone | undefined
}

/** The lines with words of one text, in order, and what can be said of them together. */
export interface Page {
  readonly lines: readonly Line[]
  /** Whether paragraphs stand apart by blank lines. */
  readonly isSpaced: boolean
  previous(line: Line): Line | undefined
  next(line: Line): Line | undefined
}

export function pageOf(text: string, blocks: readonly Span[]): Page {
  const lines: Line[] = []
  let blankBefore = true
  let spaced = 0
  for (const [block, span] of blocks.entries()) {
    if (isBlank(text, span)) {
      blankBefore = true
      continue
    }
    lines.push(lineOf(text, span, block, lines.length, blankBefore))
    if (blankBefore) spaced++
    blankBefore = false
  }
  return {
    lines,
    isSpaced: spaced * 2 > lines.length,
    previous: line => lines[line.index - 1],
    next: line => lines[line.index + 1],
  }
}

function lineOf(text: string, { start, end }: Span, block: number, index: number, blankBefore: boolean): Line {
  const isLong = end - start > LOOKED_AT
  const words = tidied(text.slice(start, isLong ? start + LOOKED_AT : end))
  const ending = isLong ? tidied(text.slice(end - LOOKED_AT / 2, end)) : words
  return {
    index,
    block,
    words,
    ending,
    isLong,
    columns: isLong ? LOOKED_AT : columnsOf(words),
    stops: stop.test(ending.slice(-8)),
    blankBefore,
    zone: undefined,
  }
}

function tidied(words: string): string {
  const bare = words.trim()
  // Most lines have nothing but single spaces in them.
  return untidy.test(bare) ? bare.replace(/[\s\u200b\u2060\ufeff]+/g, ' ').trim() : bare
}

const untidy = /[\t-\r\u00a0\u1680\u2000-\u200b\u2028-\u2029\u202f\u205f\u2060\u3000\ufeff]| {2}/
const stop = /[.!?…。！？؟۔।]["'”’»›)\]」』）]*$/

/** Prose: too long for a title or a heading, or a sentence of some length. */
export function isParagraph({ isLong, columns, stops }: Line): boolean {
  return isLong || columns > 250 || (stops && columns > 90)
}

/** The words as they are compared: small letters, one kind of quotation mark and dash, no marks at the ends. */
export function compared(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”„«»"‘’‚‹›'`]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}
