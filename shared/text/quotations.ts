import { indexAt, type Span } from '../annotation/span.ts'
import { graphemeAfter, graphemeBefore, trimSpace } from './characters.ts'
import { wholeAtOrBefore } from './surrogates.ts'

/** Words between two quotation marks that belong together: from mark to mark, and without them. UTF-16. */
export interface Quotation extends Span {
  /** What is quoted, without the marks and the white space inside them. */
  readonly inner: Span
}

/** A quotation mark that opened something. */
interface Mark {
  readonly at: number
  readonly sign: string
}

/** How far from a place the other mark is looked for, within its paragraph, in UTF-16 units. */
const REACH = 6_000
/** How many blocks a quotation may run through that opens anew in each paragraph; blank ones count. */
const LONGEST = 200

/** What closes what. A mark that stands on both sides opens in one language and closes in another. */
const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '‟': '”',
  '”': '”',
  '‘': '’',
  '‚': '‘’',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '"': '"',
  "'": "'",
  '「': '」',
  '『': '』',
  '｢': '｣',
  '〝': '〞〟',
}
const marks = /["'“”„‟‘’‚«»‹›「」『』｢｣〝〞〟]/g
/** What may stand before a mark that opens, where the mark doesn't say by itself what it does. */
const opensAfter = /^[\s([{—–:¿¡/“„‟‘‚«‹"'-]?$/u
const letter = /^[\p{L}\p{M}\p{N}]$/u
const unspaced = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}，。：；！？、]$/u

/** Whether a character is a quotation mark, or could be one. */
export function isMark(sign: string): boolean {
  return sign !== '' && Object.entries(closers).some(([opening, closing]) => opening === sign || closing.includes(sign))
}

/**
 * The quotations of one stretch of text (a paragraph), in the order in which
 * they begin. Which language it is isn't asked: “ ”, ‘ ’, „ “, « », » «, 「 」,
 * " " and the others pair by the marks that are open already, and the marks
 * that don't say by themselves what they do by what stands beside them. An
 * apostrophe is no mark, and a mark without its other half pairs with nothing.
 */
export function quotationsIn(text: string, within: Span): Quotation[] {
  return paired(text, within).quotations
}

/**
 * The quotations of the paragraphs in which `span` begins and ends (near it,
 * where a paragraph is very long), and the one through several paragraphs
 * around it: opened anew at each, and closed in the last.
 */
export function quotationsAround(text: string, blocks: readonly Span[], span: Span): Quotation[] {
  const first = indexAt(blocks, span.start)
  const last = indexAt(blocks, Math.max(span.start, span.end - 1))
  const passages = [...new Set([first, last])].flatMap(i => (blocks[i] ? [near(text, blocks[i], span)] : []))
  const long = quotationThrough(text, blocks, first)
  return [...passages.flatMap(passage => quotationsIn(text, passage)), ...(long ? [long] : [])]
}

function paired(text: string, within: Span): { quotations: Quotation[]; open: Mark[] } {
  const open: Mark[] = []
  const quotations: Quotation[] = []
  for (const { 0: sign, index } of text.slice(within.start, within.end).matchAll(marks)) {
    const at = within.start + index
    if (!standsAlone(text, at)) continue
    const before = at > within.start ? text.charAt(at - 1) : ''
    const after = at + 1 < within.end ? text.charAt(at + 1) : ''
    const closed = closes(sign, before, after, open)
    if (closed >= 0 && isPossessive(text, { start: at, end: within.end })) continue
    if (closed >= 0) {
      const inner = trimSpace(text, { start: open[closed]!.at + 1, end: at })
      if (inner) quotations.push({ start: open[closed]!.at, end: at + 1, inner })
      open.length = closed
    } else if (opens(sign, before, after)) open.push({ at, sign })
  }
  return { quotations: quotations.sort((one, other) => one.start - other.start), open }
}

/** A mark that carries an accent, or is joined with what stands before it, is part of a character. */
function standsAlone(text: string, at: number): boolean {
  const isPlain = (unit: number) => Number.isNaN(unit) || unit < 0x300
  if (isPlain(text.charCodeAt(at - 1)) && isPlain(text.charCodeAt(at + 1))) return true
  return graphemeBefore(text, at + 1) === at && graphemeAfter(text, at) === at + 1
}

/** The index of the open mark that `sign` closes, or -1. */
function closes(sign: string, before: string, after: string, open: readonly Mark[]): number {
  if (isInsideWord(sign, before, after)) return -1
  const nearest = open.findLastIndex(mark => closers[mark.sign]!.includes(sign))
  if (sign === '"' && opens(sign, before, after) && !unspaced.test(before)) return -1
  // An apostrophe at the end of a word is likelier than a single quotation that closes around others.
  if (sign === "'" || sign === '’') return nearest === open.length - 1 && !/^\s?$/.test(before) ? nearest : -1
  return nearest
}

/**
 * Whether the mark at the beginning of a stretch is the apostrophe of “the dogs’
 * house” and not the end of a quotation: a word goes on after it, and further on
 * stands another mark that ends one for certain, with none that begins one between.
 */
function isPossessive(text: string, { start, end }: Span): boolean {
  const sign = text.charAt(start)
  if (!/['’]/.test(sign) || !looksPossessive(text, start)) return false
  const opening = sign === '’' ? '‘' : sign
  for (let at = start + 1; at < end; at++) {
    const next = text.charAt(at)
    const [before, after] = [text.charAt(at - 1), at + 1 < end ? text.charAt(at + 1) : '']
    if (next === opening && opens(next, before, after)) return false
    if (next === sign && !isInsideWord(next, before, after) && !/^\s?$/.test(before) && !/^[sS]$/.test(before))
      return true
  }
  return false
}

function looksPossessive(text: string, at: number): boolean {
  return /^[sS]$/.test(text.charAt(at - 1)) && /^ [\p{L}\p{N}]/u.test(text.slice(at + 1, at + 4))
}

function opens(sign: string, before: string, after: string): boolean {
  if (isInsideWord(sign, before, after) || /^\s?$/.test(after)) return sign === '«' || sign === '‹'
  switch (sign) {
    case '"':
      return opensAfter.test(before) || unspaced.test(before)
    case "'":
      return opensAfter.test(before) && /^[\p{L}"“„«]$/u.test(after)
    case '‘':
      return !/^\p{N}$/u.test(after)
    case '”':
    case '»':
    case '›':
      return opensAfter.test(before)
    default:
      return sign in closers
  }
}

/** Apostrophes, and the marks that make Hebrew abbreviations. */
function isInsideWord(sign: string, before: string, after: string): boolean {
  if (!/['’‘"]/.test(sign) || !letter.test(before) || !letter.test(after)) return false
  return sign !== '"' || !(unspaced.test(before) || unspaced.test(after))
}

/** A paragraph, or what is near a place of it. */
function near(text: string, block: Span, { start, end }: Span): Span {
  return {
    start: wholeAtOrBefore(text, Math.max(block.start, Math.min(start, block.end) - REACH)),
    end: wholeAtOrBefore(text, Math.min(block.end, Math.max(end, block.start) + REACH)),
  }
}

/** The quotation through several paragraphs that the block of that index is one of. */
function quotationThrough(text: string, blocks: readonly Span[], index: number): Quotation | null {
  const least = Math.max(0, index - LONGEST)
  const most = Math.min(blocks.length - 1, index + LONGEST)
  const openIn = (i: number) => paired(text, ending(text, blocks[i]!)).open

  let first = index
  for (let earlier = beside(first, -1); earlier >= least; earlier = beside(first, -1)) {
    const sign = leading(text, blocks[first]!)?.sign
    if (!sign || !openIn(earlier).some(mark => mark.sign === sign)) break
    first = earlier
  }

  const opening = blocks[first] && openIn(first).at(-1)
  if (!opening) return null
  for (let later = beside(first, 1); later <= most; later = beside(later, 1)) {
    const lead = leading(text, blocks[later]!)
    if (lead?.sign !== opening.sign) return null
    const { quotations, open } = paired(text, beginning(text, blocks[later]!))
    if (open.some(mark => mark.at === lead.at)) continue
    const end = quotations.find(({ start }) => start === lead.at)
    const inner = end && trimSpace(text, { start: opening.at + 1, end: end.inner.end })
    return inner ? { start: opening.at, end: end.end, inner } : null
  }
  return null

  /** The next block with words in it. */
  function beside(i: number, by: 1 | -1): number {
    let at = i + by
    while (at >= least && at <= most && isBlank(text, blocks[at]!)) at += by
    return at
  }
}

function isBlank(text: string, block: Span): boolean {
  return trimSpace(text, block) === null
}

/** The mark that a paragraph begins with. */
function leading(text: string, block: Span): Mark | undefined {
  const at = trimSpace(text, block)?.start
  const sign = at === undefined ? '' : text.charAt(at)
  return at !== undefined && sign in closers ? { at, sign } : undefined
}

function beginning(text: string, { start, end }: Span): Span {
  return { start, end: wholeAtOrBefore(text, Math.min(end, start + 2 * REACH)) }
}

function ending(text: string, { start, end }: Span): Span {
  return { start: wholeAtOrBefore(text, Math.max(start, end - 2 * REACH)), end }
}
