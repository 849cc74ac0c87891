import type { Piece } from './pieces.ts'

/** What stands on one line, in the order of its places from left to right. */
export interface Row {
  readonly pieces: readonly Piece[]
  readonly start: number
  readonly end: number
  readonly base: number
  /** That of most of its letters. */
  readonly size: number
}

/** Pieces of one direction as the lines that they stand on, from top to bottom. Small letters above or below a line belong to the word that they touch. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const groups: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => a.base - b.base || a.start - b.start)) {
    const group = groups.slice(-LINES_BACK).find(([first]) => isOnLine(first!, piece))
    if (group) group.push(piece)
    else groups.push([piece])
  }
  raise(groups)
  return groups.filter(group => group.length > 0).map(group => rowOf(group))
}

/** Puts small letters that stand above a line, or below it, and touch a word of it into that line, behind what is of its size. */
function raise(lines: Piece[][]): void {
  for (const [i, line] of lines.entries())
    for (const piece of [...line].sort((a, b) => a.start - b.start)) {
      const host = [lines[i + 1], lines[i - 1]].find(other => other?.some(word => isRaised(piece, word, other[0]!)))
      if (!host) continue
      host.push(piece)
      line.splice(line.indexOf(piece), 1)
    }
}

/** Lines above that a piece may still belong to: text is sorted by its place, and lines stand apart. */
const LINES_BACK = 4

function isOnLine(one: Piece, other: Piece): boolean {
  return Math.abs(one.base - other.base) <= 0.3 * Math.min(one.size, other.size)
}

function isRaised(piece: Piece, word: Piece, first: Piece): boolean {
  if (piece.size > 0.9 * first.size || Math.abs(piece.base - first.base) > 0.6 * first.size) return false
  return piece.start > word.end - 1 && piece.start - word.end < 0.3 * first.size
}

function rowOf(pieces: readonly Piece[]): Row {
  const sorted = [...pieces].sort((a, b) => a.start - b.start || a.number - b.number)
  return {
    pieces: sorted,
    start: sorted[0]!.start,
    end: sorted.reduce((end, piece) => Math.max(end, piece.end), -Infinity),
    base: pieces[0]!.base,
    size: mostOf(sorted, ({ size }) => size),
  }
}

/** What most letters of some pieces have. */
export function mostOf<T>(pieces: readonly Piece[], what: (piece: Piece) => T): T {
  const letters = new Map<T, number>()
  for (const piece of pieces) letters.set(what(piece), (letters.get(what(piece)) ?? 0) + piece.columns)
  let most: [T, number] | undefined
  for (const one of letters) if (!most || one[1] > most[1]) most = one
  return most![0]
}

export function isRightToLeft(pieces: readonly Piece[]): boolean {
  return mostOf(pieces, piece => piece.isRightToLeft)
}

/** The words of a row as they are read. What stands far apart, as the cells of a table do, has a tab between. */
export function wordsOf({ pieces, size }: Row): string {
  const isRtl = isRightToLeft(pieces)
  const tab = isStretched(pieces, size) ? ' ' : '\t'
  let words = ''
  let before: Piece | undefined
  for (const piece of isRtl ? readFromRight(pieces) : pieces) {
    if (before) words += between(before, piece, size).replace('\t', tab)
    words += piece.text
    before = piece
  }
  return words
}

/** Whether words stand far apart because the line is stretched to its column: all of them alone, and equally far. */
function isStretched(pieces: readonly Piece[], size: number): boolean {
  const gaps = pieces.slice(1).map((piece, i) => piece.start - pieces[i]!.end)
  if (gaps.length < 2 || pieces.some(({ text }) => /\s/.test(text))) return false
  return Math.max(...gaps) - Math.min(...gaps) < 0.15 * size
}

/** From right to left; runs of words that are read from left to right, and of numbers, keep their order. */
function readFromRight(pieces: readonly Piece[]): Piece[] {
  const order: Piece[] = []
  let run: Piece[] = []
  for (const piece of [...pieces].reverse()) {
    if (piece.isRightToLeft || !/[\p{L}\p{N}]/u.test(piece.text)) {
      order.push(...run, piece)
      run = []
    } else run.unshift(piece)
  }
  return [...order, ...run]
}

/** What stands between two neighbours of a row: nothing, a space, or a tab. */
function between(one: Piece, other: Piece, size: number): string {
  const gap = Math.max(one.start, other.start) - Math.min(one.end, other.end)
  if (gap > TAB * size) return '\t'
  const follow = Math.abs(one.number - other.number) === 1
  const isApart = follow && (one.number < other.number ? other : one).isApart
  return isApart || gap > (follow ? SPACE_FOLLOWING : SPACE) * size ? ' ' : ''
}

/** In sizes of the letters: how far apart cells stand, words, and words of which pdf.js has already looked whether they are apart. */
const TAB = 2
const SPACE = 0.15
const SPACE_FOLLOWING = 0.25
