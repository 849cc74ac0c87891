import type { Turned } from './pieces.ts'
import { type Row, rowsOf, wordsOf } from './rows.ts'

/** What a page repeats of its neighbours at its top and its bottom, and its number; and the pieces that are left. */
export interface Stripped {
  readonly heads: readonly Row[]
  readonly feet: readonly Row[]
  readonly rest: Turned['pieces']
}

/** A row near an edge of its page. */
interface Edge {
  readonly row: Row
  readonly page: number
  readonly isTop: boolean
  /** From the edge, in units of the page. */
  readonly away: number
  /** Its words, each number in them as `#`. */
  readonly words: string
  readonly numbers: readonly number[]
}

/** Rows at each edge that may be heads or feet. */
const ROWS = 3
/** Pages to either side that are compared: left and right pages have heads of their own, and chapters begin without. */
const NEIGHBOURS = 3
/** Units of the page (1/72 inch) that a head may stand lower or higher than on the page before. */
const SHIFT = 8

/**
 * Takes running heads, running feet and page numbers off the pages. A row at an
 * edge is one where a page nearby has the same at the same place, numbers
 * apart; a row of numbers alone, where they count on from page to page; and
 * what says "Page 3 of 7", or a number alone far down, on one page too. What
 * is repeated counts only where whatever stands nearer to the edge is one as well.
 */
export function stripFurniture(pages: readonly (Turned | undefined)[]): (Stripped | undefined)[] {
  const known = new Map<string, Edge[]>()
  const edges = pages.map((page, number) => (page ? edgesOf(page, number) : []))
  for (const edge of edges.flat()) {
    const key = `${edge.isTop} ${edge.words}`
    const others = known.get(key)
    if (others) others.push(edge)
    else known.set(key, [edge])
  }
  const taken = edges.map(own => {
    const isOne = (edge: Edge) => saysSo(edge) || isRepeated(edge, known.get(`${edge.isTop} ${edge.words}`)!)
    const run = (isTop: boolean) => {
      const side = own.filter(edge => edge.isTop === isTop)
      const inside = side.findIndex(edge => !isOne(edge))
      return side.filter((edge, i) => inside === -1 || i < inside || saysSo(edge)).map(({ row }) => row)
    }
    return { heads: run(true), feet: run(false).reverse() }
  })
  const stripped = pages.map((page, number) => {
    if (!page) return undefined
    const gone = new Set([...taken[number]!.heads, ...taken[number]!.feet].flatMap(({ pieces }) => pieces))
    return { ...taken[number]!, rest: page.pieces.filter(piece => !gone.has(piece)) }
  })
  // Pages that say nothing but the same are what the file is about.
  if (stripped.some(page => page && page.rest.length > 0)) return stripped
  return pages.map(page => page && { heads: [], feet: [], rest: page.pieces })
}

/** The outermost rows of a page, from the edge inwards; a row is of one edge only. */
function edgesOf({ pieces, top, bottom }: Turned, page: number): Edge[] {
  const rows = rowsOf(pieces)
  const edge = (row: Row, isTop: boolean): Edge => {
    const said = wordsOf(row).replace(/\s+/g, ' ').toLowerCase()
    const numbers = [...said.matchAll(/\d+/g)].map(([digits]) => Number(digits))
    const words = said.replace(/\d+/g, '#')
    return { row, page, isTop, away: isTop ? row.base - top : bottom - row.base, words, numbers }
  }
  const height = bottom - top
  const tops = rows.slice(0, Math.min(ROWS, Math.ceil(rows.length / 2))).map(row => edge(row, true))
  const bottoms = rows.slice(Math.max(tops.length, rows.length - ROWS)).map(row => edge(row, false))
  return [...tops, ...bottoms.reverse()].filter(({ away }) => away < height / 4)
}

function isRepeated(edge: Edge, others: readonly Edge[]): boolean {
  const hasWords = /\p{L}/u.test(edge.words)
  // Those of one page stand together, so only a few are looked at.
  return near(edge, others).some(
    other =>
      Math.abs(other.away - edge.away) <= SHIFT &&
      Math.abs(other.row.size - edge.row.size) <= 0.1 * edge.row.size &&
      (hasWords
        ? edge.numbers.length < 4
        : edge.numbers.length === 1 && other.numbers[0]! - edge.numbers[0]! === other.page - edge.page),
  )
}

function near({ page }: Edge, others: readonly Edge[]): Edge[] {
  let [low, high] = [0, others.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (others[middle]!.page < page - NEIGHBOURS) low = middle + 1
    else high = middle
  }
  const found: Edge[] = []
  for (let i = low; i < others.length && others[i]!.page <= page + NEIGHBOURS; i++)
    if (others[i]!.page !== page) found.push(others[i]!)
  return found
}

/** Whether a row says by itself that it is the head or foot of a page: its number, or the address that a browser prints beside it. */
function saysSo({ words, isTop, away, row }: Edge): boolean {
  const cells = wordsOf(row).toLowerCase().replace(/\d+/g, '#').split('\t')
  if (cells.some(cell => pageNumber.test(cell))) return true
  if (cells.length > 1 && cells.some(cell => /^https?:\/\/\S+$/.test(cell))) return true
  return !isTop && away < 60 + row.size && /^[-–—|]?\s*#\s*[-–—|]?$/.test(words)
}

const pageNumber =
  /^(?:(?:page|seite|página|pagina|p\.|стр\.|صفحة)\s*#(?:\s*(?:of|von|de|di|sur|из|من|\/)\s*#)?|#\s*(?:of|von|sur|из|\/)\s*#)$/u
