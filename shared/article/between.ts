import { compared, isParagraph, type Line, type Page } from './page.ts'

/** Columns. */
const WIDEST_HEADING = 80
const WIDEST_STANDFIRST = 250

/**
 * Whether a line is a heading: short, without punctuation at its end, standing
 * apart, with a paragraph below. The last of several short lines is no heading
 * but the end of a list.
 */
export function isHeading(line: Line, page: Page): boolean {
  const { words, columns, stops, isLong } = line
  if (isLong || stops || columns > WIDEST_HEADING) return false
  const before = page.previous(line)
  const after = page.next(line)
  if (!before || !after || after.zone || !introduces(line, after)) return false
  if (page.isSpaced && !line.blankBefore && !before.zone) return false
  if (!before.zone && !before.stops && !isParagraph(before) && !/[:：]$/.test(before.words)) return false

  if (/[:;,،，、：；–—-]$/u.test(words) || /^\d{1,3}[.)]\s/.test(words)) return false
  if (!/^["“”«»„'‘¿¡([]*[\p{Lu}\p{Lo}\p{Lt}\p{N}]/u.test(words)) return false
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  return letters >= 3 && letters * 2 >= words.replace(/\s/g, '').length
}

/** What may stand below a heading: a sentence, or prose of some length. */
function introduces(line: Line, after: Line): boolean {
  return (
    (after.columns > line.columns && (after.stops || after.columns > 120)) ||
    /[:：]$/.test(after.words) ||
    (after.stops && after.columns > 40)
  )
}

/**
 * Whether a line is a standfirst: the line or two between the title and the
 * first paragraph that sum up the article. One that doesn't end as a sentence
 * does is one by its place; a sentence is one only where a byline or a date
 * stands between it and the article, or where the first paragraph begins with
 * the same words.
 */
export function isStandfirst(line: Line, page: Page, title: Line | undefined): boolean {
  if (!title || line.index <= title.index || line.index > title.index + 5) return false
  if (line.isLong || line.columns > WIDEST_STANDFIRST || !/\p{L}/u.test(line.words)) return false
  const above = page.lines.slice(title.index + 1, line.index)
  if (above.some(({ zone }) => zone === undefined)) return false
  const hasOne = above.some(({ zone }) => zone === 'standfirst')
  const isSigned = above.some(({ zone }) => zone === 'byline' || zone === 'dateline')
  if (isSigned && (hasOne || line.columns < 40)) return false
  if (above.filter(({ zone }) => zone === 'standfirst').length >= 2) return false

  const after = page.next(line)
  if (!after) return false
  const first = page.lines.slice(line.index + 1, line.index + 6).find(({ zone }) => !zone)
  if (!first) return false
  if (!line.stops) return !/[:;,،，：；]$/u.test(line.words) && (first.stops || isParagraph(first))
  if (!isSigned && (after.zone === 'byline' || after.zone === 'dateline')) return true
  return saysTheSame(line, first)
}

/** Whether the first paragraph begins with the words that the standfirst begins with, a dateline aside. */
function saysTheSame(line: Line, first: Line): boolean {
  const words = compared(line.words).slice(0, 40)
  return words.length >= 25 && compared(first.words).slice(0, 110).includes(words)
}

/**
 * Whether a line is a quotation set apart: behind ">" as in mail, or a quoted
 * line with "— Name" right below, and that line too.
 */
export function isQuote(line: Line, page: Page): boolean {
  if (/^>+\s/.test(line.words)) return true
  if (line.isLong) return false
  const before = page.previous(line)
  const after = page.next(line)
  return (
    (after !== undefined && !after.blankBefore && isAttribution(after) && isQuoted(line)) ||
    (before !== undefined && !line.blankBefore && isAttribution(line) && isQuoted(before))
  )
}

const isQuoted = ({ words }: Line): boolean => /^["“„«「『‘'].*["”“»」』’'][.!?]?$/u.test(words)
const isAttribution = ({ words, columns, isLong }: Line): boolean =>
  !isLong && columns <= 80 && /^[—–―-]{1,2}\s?\p{Lu}/u.test(words)
