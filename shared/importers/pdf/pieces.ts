import type { PdfPage, TextContent, TextItem } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { columnsOf } from '../../article/columns.ts'

/**
 * A run of letters on one line of a page. Its numbers are in the page's units,
 * along the line (`start`, `end`) and across the lines (`base`, which grows from
 * line to line), for somebody who holds the page so that it reads upright.
 */
export interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly base: number
  /** Of the letters. */
  readonly size: number
  readonly font: string
  /** Its number among the page's pieces, in the order in which the file draws them. */
  readonly number: number
  /** Whether the file has white space between it and the one that it drew before. */
  readonly isApart: boolean
  readonly isRightToLeft: boolean
  /** How many characters wide, in columns of type. */
  readonly columns: number
}

/** The pieces of a page whose text runs in one direction. */
export interface Turned {
  /** Degrees, clockwise, that the text is turned by on the page as it is shown. */
  readonly turn: number
  readonly pieces: Piece[]
  /** The page's edges, as the pieces count. */
  readonly top: number
  readonly bottom: number
}

/** The text of a page by its direction: the one that most letters have first. */
export function piecesOf(page: Pick<PdfPage, 'view' | 'rotate'>, { items, styles }: TextContent): Turned[] {
  const shown = shownBy(page)
  const turns = new Map<number, Piece[]>()
  let isApart = false
  let number = 0
  for (const item of items) {
    const text = plain(item.str)
    if (text.trim() === '') {
      isApart = true
      continue
    }
    const isVertical = styles[item.fontName]?.vertical === true
    const turn = turnOf(item, page.rotate, isVertical)
    const [x, y] = shown(item.transform[4]!, item.transform[5]!)
    const [along, across] = turned(x, y, turn)
    const [length, size] = isVertical ? [item.height, item.width] : [item.width, item.height]
    const piece: Piece = {
      text: text.trim(),
      start: along,
      end: along + length,
      base: across,
      size: size || 1,
      font: item.fontName,
      number: number++,
      isApart: isApart || /^\s/.test(text),
      isRightToLeft: rightToLeft.test(text),
      columns: columnsOf(text),
    }
    const others = turns.get(turn)
    if (others) others.push(piece)
    else turns.set(turn, [piece])
    isApart = item.hasEOL || /\s$/.test(text)
  }
  const [width, height] = sizeOf(page)
  return [...turns]
    .sort(([, a], [, b]) => lettersOf(b) - lettersOf(a))
    .map(([turn, pieces]) => {
      const corners = [
        [0, 0],
        [width, 0],
        [0, height],
        [width, height],
      ].map(([x, y]) => turned(x!, y!, turn)[1])
      return { turn, pieces, top: Math.min(...corners), bottom: Math.max(...corners) }
    })
}

function lettersOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { columns }) => sum + columns, 0)
}

function sizeOf({ view: [left, bottom, right, top], rotate }: Pick<PdfPage, 'view' | 'rotate'>): [number, number] {
  return rotate % 180 === 0 ? [right - left, top - bottom] : [top - bottom, right - left]
}

/** Where a place of the page stands once the page is turned as it is shown: from the left, and from the top. */
function shownBy({ view: [left, bottom, right, top], rotate }: Pick<PdfPage, 'view' | 'rotate'>) {
  const ways: Record<number, (x: number, y: number) => [number, number]> = {
    90: (x, y) => [y - bottom, x - left],
    180: (x, y) => [right - x, y - bottom],
    270: (x, y) => [top - y, right - x],
  }
  return ways[rotate] ?? ((x: number, y: number): [number, number] => [x - left, top - y])
}

/** Degrees, clockwise as shown, of the direction in which an item is read. What leans by a few is upright. */
function turnOf({ transform: [a = 1, b = 0] }: TextItem, rotate: number, isVertical: boolean): number {
  const degrees = (Math.atan2(-b, a) * 180) / Math.PI + rotate + (isVertical ? 90 : 0)
  const straight = Math.round(degrees / 90) * 90
  const turn = Math.abs(degrees - straight) < 4 ? straight : Math.round(degrees)
  return ((turn % 360) + 360) % 360
}

/** A place as somebody sees it who turned the page so that text of this turn reads upright. */
function turned(x: number, y: number, turn: number): [along: number, across: number] {
  const angle = (turn * Math.PI) / 180
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  return [x * cos + y * sin, y * cos - x * sin]
}

/** Ligatures and the shapes that letters take beside others are letters; nothing else is changed. */
function plain(text: string): string {
  return text.replace(shapes, shape => shape.normalize('NFKC'))
}

const shapes = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf9\ufdfb\ufe70-\ufefc]/g
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
