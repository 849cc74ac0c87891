import type { Block } from '../../../shared/article/article.ts'
import { graphemeBefore } from '../../../shared/text/characters.ts'

/** The blocks of an article: an array, or anything that makes them when they are asked for. */
export type Blocks = Pick<readonly Block[], 'length' | 'at'>

/** A block longer than this is laid out in pieces: laying out one paragraph grows with its length. UTF-16 units. */
export const LONGEST_PIECE = 10_000
/** The length of the pieces of such a block. */
const PIECE = 6_000
/** Of one that can nowhere be broken: breaking such a line costs the square of its length. */
const SOLID = 1_200

/**
 * The stretches of text that are laid out as one paragraph each: blocks, and
 * parts of blocks that are too long. Numbers in typed arrays, for an article
 * may have a million of them. There is always at least one, however short.
 */
export class Pieces {
  readonly count: number
  /** Start of each piece, and the end of the text. */
  private readonly starts: Uint32Array
  private readonly blocks: Uint32Array

  constructor(text: string, blocks: Blocks) {
    const starts: number[] = []
    const owners: number[] = []
    for (let i = 0; i < blocks.length; i++) {
      const { start, end } = blocks.at(i)!
      let at = start
      do {
        starts.push(at)
        owners.push(i)
        at = pieceEnd(text, at, end, at > start)
      } while (at < end)
    }
    if (starts.length === 0) {
      starts.push(0)
      owners.push(0)
    }
    this.count = starts.length
    starts.push(text.length)
    this.starts = Uint32Array.from(starts)
    this.blocks = Uint32Array.from(owners)
  }

  start(piece: number): number {
    return this.starts[piece]!
  }

  end(piece: number): number {
    return this.starts[piece + 1]!
  }

  /** The index of the block that a piece is (part of). */
  block(piece: number): number {
    return this.blocks[piece]!
  }

  /** The piece that holds the character at `offset`; the last one for the end of the text. */
  at(offset: number): number {
    return lastAtMost(this.starts, this.count, offset)
  }
}

/** The last index below `count` whose value is at most `sought`; 0 if there is none. The values ascend. */
export function lastAtMost(values: Uint32Array, count: number, sought: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (values[middle]! <= sought) low = middle
    else high = middle - 1
  }
  return low
}

/** A sentence ended here, with the white space after it. */
const sentenceEnd = /[.!?…]["'”’»)\]]{0,2}\s$/

/**
 * Where the piece that starts at `start` ends: with its block, or where that is best broken. Its last line is not filled,
 * which disturbs least after a sentence.
 */
function pieceEnd(text: string, start: number, end: number, isPart: boolean): number {
  if (end - start > 2 * SOLID && /^[\x21-\x7e]+$/.test(text.slice(start, start + SOLID))) return start + SOLID
  if (end - start <= (isPart ? 1.5 * PIECE : LONGEST_PIECE)) return end
  let space: number | undefined
  for (let at = start + PIECE; at > start + PIECE / 2; at--) {
    if (!/\s/.test(text.charAt(at - 1)) || /\s/.test(text.charAt(at))) continue
    if (sentenceEnd.test(text.slice(at - 4, at))) return at
    space ??= at
  }
  return space ?? graphemeBefore(text, start + PIECE)
}
