import { inReadingOrder } from './columns.ts'
import { type Stripped, stripFurniture } from './furniture.ts'
import { hasRoom, isAlike, type Paragraph, paragraphOf, paragraphsOf, stop } from './paragraphs.ts'
import type { Piece, Turned } from './pieces.ts'
import { mostOf, type Row } from './rows.ts'

/** A line of the text to be: a paragraph, and what it is of its page. */
export interface Flowing {
  readonly paragraph: Paragraph
  /** A running head or foot, or a page's number. */
  readonly isFurniture: boolean
  /** From 0. */
  readonly page: number
}

/** The paragraphs of a document in the order in which they are read, and the size of most of its letters. */
export interface Flow {
  readonly lines: readonly Flowing[]
  readonly body: number
}

/**
 * Puts pages after each other. A paragraph that goes on in the next column or
 * on the next page is one; the heads and feet between its parts follow it. What
 * is turned otherwise than most of its page follows the page's text.
 */
export function flowOf(pages: readonly (readonly Turned[])[]): Flow {
  const stripped = stripFurniture(pages.map(([main]) => main))
  const body = bodySize(pages, stripped)
  const lines: Flowing[] = []
  /** Where the last paragraph of body text stands that may go on. */
  let open: number | null = null

  for (const [page, [, ...otherwise]] of pages.entries()) {
    const { heads, feet, rest } = stripped[page] ?? { heads: [], feet: [], rest: [] }
    const furnish = (rows: readonly Row[]) => {
      for (const row of rows) {
        const [paragraph] = paragraphsOf([row], body)
        lines.push({ paragraph: paragraph!, isFurniture: true, page })
      }
    }
    furnish(heads)
    for (const column of inReadingOrder(rest)) {
      let isFirst = true
      for (const paragraph of paragraphsOf(column, body)) {
        const before = open === null ? null : lines[open]!
        if (isFirst && before && goesOn(before.paragraph, paragraph))
          lines[open!] = { ...before, paragraph: paragraphOf([...before.paragraph.rows, ...paragraph.rows]) }
        else {
          lines.push({ paragraph, isFurniture: false, page })
          // A headline ends what stood before it; a caption or a footnote doesn't.
          if (isAlike(paragraph.size, body)) open = lines.length - 1
          else if (paragraph.size > body) open = null
        }
        isFirst = false
      }
    }
    for (const { pieces } of otherwise)
      for (const column of inReadingOrder(pieces))
        for (const paragraph of paragraphsOf(column, body)) lines.push({ paragraph, isFurniture: false, page })
    furnish(feet)
  }
  return { lines, body }
}

function bodySize(pages: readonly (readonly Turned[])[], stripped: readonly (Stripped | undefined)[]): number {
  const pieces: Piece[] = []
  for (const [i, [, ...otherwise]] of pages.entries())
    pieces.push(...(stripped[i]?.rest ?? []), ...otherwise.flatMap(turned => turned.pieces))
  return pieces.length === 0 ? 1 : mostOf(pieces, ({ size }) => Math.round(size * 4) / 4)
}

/** Whether a paragraph at a column's end goes on at the next one's beginning. */
function goesOn(one: Paragraph, other: Paragraph): boolean {
  const [last, next] = [one.rows.at(-1)!, other.rows[0]!]
  if (!isAlike(one.size, other.size) || /\t/.test(last.words + next.words) || stop.test(last.words)) return false
  if (/^\p{Ll}/u.test(next.words)) return true
  return one.rows.length > 1 && !hasRoom(last, next) && next.lead < 0.5 * next.row.size
}
