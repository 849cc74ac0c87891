import type { Span } from '../../../shared/annotation/span.ts'
import { lastAtMost, type Pieces } from './pieces.ts'

/** About a screen and a half of text: small enough to mount in a frame, large enough that most frames mount nothing. */
const CHARACTERS = 3_000
/** Short lines and blank ones are many to a screen. */
const PIECES = 32

/** Neighbouring pieces that are mounted and measured together. */
export class Chunks {
  private readonly pieces: Pieces
  readonly count: number
  private readonly firsts: Uint32Array

  constructor(pieces: Pieces) {
    this.pieces = pieces
    const firsts: number[] = []
    let first = 0
    for (let piece = 0; piece < pieces.count; piece++) {
      const full = pieces.end(piece) - pieces.start(first) > CHARACTERS || piece - first >= PIECES
      if (piece === 0 || (full && piece > first)) {
        firsts.push(piece)
        first = piece
      }
    }
    this.count = firsts.length
    firsts.push(pieces.count)
    this.firsts = Uint32Array.from(firsts)
  }

  /** The first piece of a chunk. */
  first(chunk: number): number {
    return this.firsts[chunk]!
  }

  /** The piece after the last of a chunk. */
  last(chunk: number): number {
    return this.firsts[chunk + 1]!
  }

  span(chunk: number): Span {
    return { start: this.pieces.start(this.first(chunk)), end: this.pieces.end(this.last(chunk) - 1) }
  }

  /** The chunk that holds the character at `offset`; the last one for the end of the text. */
  at(offset: number): number {
    return lastAtMost(this.firsts, this.count, this.pieces.at(offset))
  }
}
