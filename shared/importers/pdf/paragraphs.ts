import { median } from './columns.ts'
import { isRightToLeft, mostOf, type Row, wordsOf } from './rows.ts'

/** Rows that are one paragraph, their words still apart. */
export interface Paragraph {
  readonly rows: readonly ReadRow[]
  readonly size: number
  readonly font: string
}

/** A row with its words, and how far its ends are from its column's. */
export interface ReadRow {
  readonly row: Row
  readonly words: string
  /** From the edge at which lines begin, and from the other. */
  readonly lead: number
  readonly trail: number
}

/** The paragraphs of one column. `body` is the size of most of the document's letters. */
export function paragraphsOf(rows: readonly Row[], body: number): Paragraph[] {
  const leading = leadingOf(rows)
  const edges = edgesOf(rows, leading)
  const isRtl = isRightToLeft(rows.flatMap(({ pieces }) => pieces))
  const read = rows.map((row, i) => {
    const [lead, trail] = [row.start - edges[i]!.left, edges[i]!.right - row.end]
    return { row, words: wordsOf(row), ...(isRtl ? { lead: trail, trail: lead } : { lead, trail }) }
  })
  const paragraphs: ReadRow[][] = []
  for (const [i, row] of read.entries()) {
    const own = paragraphs.at(-1)
    if (own && !begins(row, read[i - 1]!, own, { leading, body })) own.push(row)
    else paragraphs.push([row])
  }
  return paragraphs.map(paragraphOf)
}

/**
 * Where the lines around each row begin and end at most: those of its size that
 * follow each other closely. A few of them say little, so that half of all lines
 * of that size count as well.
 */
function edgesOf(rows: readonly Row[], leading: number): { readonly left: number; readonly right: number }[] {
  const runs: Row[][] = []
  for (const [i, row] of rows.entries())
    if (i > 0 && !isFarOrOther(rows[i - 1]!, row, leading)) runs.at(-1)!.push(row)
    else runs.push([row])
  const bySize = new Map<number, Row[]>()
  for (const row of rows) {
    const others = bySize.get(Math.round(row.size))
    if (others) others.push(row)
    else bySize.set(Math.round(row.size), [row])
  }
  const usual = new Map(
    [...bySize].map(([size, alike]) => [
      size,
      { left: median(alike.map(r => r.start)), right: median(alike.map(r => r.end)) },
    ]),
  )
  return runs.flatMap(run => {
    const { left, right } = usual.get(Math.round(run[0]!.size))!
    const edges = { left: Math.min(left, ...run.map(r => r.start)), right: Math.max(right, ...run.map(r => r.end)) }
    return run.map(() => edges)
  })
}

/** Whether a row is of other letters than the one above, or far below it: then it begins a paragraph. */
function isFarOrOther(above: Row, row: Row, leading: number): boolean {
  if (!isAlike(row.size, above.size)) return true
  return row.base - above.base > Math.max(1.3 * leading, leading + 0.25) * row.size
}

export function paragraphOf(rows: readonly ReadRow[]): Paragraph {
  const pieces = rows.flatMap(({ row }) => row.pieces)
  return { rows, size: mostOf(pieces, ({ size }) => size), font: mostOf(pieces, ({ font }) => font) }
}

/** From line to line, in sizes of the letters, where lines of one size follow each other. */
function leadingOf(rows: readonly Row[]): number {
  const steps = rows.flatMap((row, i) => {
    const above = rows[i - 1]
    return above && isAlike(above.size, row.size) ? [(row.base - above.base) / row.size] : []
  })
  return Math.min(steps.length > 2 ? median(steps) : 1.35, 2.2)
}

function begins(
  row: ReadRow,
  above: ReadRow,
  own: readonly ReadRow[],
  { leading, body }: { readonly leading: number; readonly body: number },
): boolean {
  const { size } = row.row
  if (isFarOrOther(above.row, row.row, leading)) return true
  // A word that is divided goes on, however short its line.
  if (/\p{L}[-\u2010\u00ad]$/u.test(above.words) && /^\p{Ll}/u.test(row.words)) return false
  if (leaders.test(above.words)) return true
  if (row.words.includes('\t') || above.words.includes('\t') || bullet.test(row.words)) return true
  if (isCentred(row) && isCentred(above) && above.lead > size) return false
  const isLarge = size > 1.2 * body
  if (isLarge) return false
  if (row.lead - above.lead > 0.8 * size && !(own.length === 1 && marker.test(above.words))) return true
  // Lines that all stand in, and then one that doesn't: what stood in has ended.
  if (above.lead - row.lead > 0.8 * size && own.length > 1 && !marker.test(own[0]!.words)) return true
  return hasRoom(above, row) && !isBesidePicture(above, row)
}

/** Whether two lines are as short as each other because something stands beside them that is no text. */
function isBesidePicture(above: ReadRow, row: ReadRow): boolean {
  return Math.abs(above.trail - row.trail) < 0.3 * row.row.size && !stop.test(above.words)
}

/** Ends as a sentence ends. */
export const stop = /[.!?…:。！？؟۔।]["'”’»›)\]」』）]*$/

export function isAlike(one: number, other: number): boolean {
  return Math.abs(one - other) <= 0.07 * Math.max(one, other)
}

function isCentred({ lead, trail, row }: ReadRow): boolean {
  return Math.abs(lead - trail) < 1.5 * row.size
}

/** Whether the first word of a line would have stood at the end of the line above: then that line ended on purpose. */
export function hasRoom(above: ReadRow, row: ReadRow): boolean {
  const { words, row: own } = row
  const word = /^\S+/.exec(words)?.[0] ?? ''
  const wide = ((own.end - own.start) * word.length) / Math.max(1, words.length)
  return above.trail > wide + 0.6 * own.size
}

/** Dots that lead to a number, as in a table of contents. */
const leaders = /(?:\.\s?){4,}\s*[\divxlc]+$/i
const bullet = /^[•‣▪▫●○◦■□➢➤✓]\s*/u
/** A list's item may hang: its other lines stand further in. */
const marker = /^(?:[•‣▪▫●○◦■□➢➤✓*–-]|\(?[\p{N}\p{L}]{1,3}[.)])\s/u
