import { graphemeAfter, graphemeBefore } from '../../../shared/text/characters.ts'
import { sentenceAround } from '../../../shared/text/sentences.ts'
import { wordAfter, wordBefore } from '../../../shared/text/words.ts'
import { isBlankStretch } from './estimate.ts'
import type { Blocks, Pieces } from './pieces.ts'

export type Unit = 'character' | 'word' | 'sentence' | 'line' | 'lineEdge' | 'paragraph' | 'page' | 'article'

/** A step of the caret. Left and right are what a person sees; forward is the way the text is read. */
export interface Move {
  readonly unit: Unit
  readonly direction: 'forward' | 'backward' | 'left' | 'right'
  /** The selection grows to where the caret goes. */
  readonly extend: boolean
}

/** The units that the text alone decides, without its layout. */
export type TextUnit = Extract<Unit, 'character' | 'word' | 'sentence' | 'paragraph' | 'article'>

/** What steps are taken in. */
export interface Walkable {
  readonly text: string
  readonly blocks: Blocks
  readonly pieces: Pieces
}

/** Where a step in the text ends. */
export function stepInText(of: Walkable, unit: TextUnit, offset: number, forward: boolean): number {
  const { text } = of
  switch (unit) {
    case 'character':
      return forward ? graphemeAfter(text, offset) : graphemeBefore(text, offset)
    case 'word':
      return forward ? wordAfter(text, offset) : wordBefore(text, offset)
    case 'sentence':
      return forward ? sentenceAfter(of, offset) : sentenceBefore(of, offset)
    case 'paragraph':
      return forward ? paragraphAfter(of, offset) : paragraphBefore(of, offset)
    case 'article':
      return forward ? text.length : 0
  }
}

/** The end of the sentence at `offset`, or of the next one where the caret stands at an end already. */
function sentenceAfter({ text, blocks, pieces }: Walkable, offset: number): number {
  for (let at = offset; at < text.length; ) {
    const block = blocks.at(pieces.block(pieces.at(at)))!
    const sentence = sentenceAround(text, at, block)
    if (sentence && sentence.end > offset) return sentence.end
    // Past the white space after the sentence, or past a blank line.
    const past = sentence ? nextLetter(text, sentence.end, block.end) : block.end
    at = Math.max(past, at + 1)
  }
  return text.length
}

function sentenceBefore({ text, blocks, pieces }: Walkable, offset: number): number {
  for (let at = offset - 1; at >= 0; ) {
    const block = blocks.at(pieces.block(pieces.at(at)))!
    const sentence = sentenceAround(text, at, block)
    if (sentence && sentence.start < offset) return sentence.start
    at = (sentence ? sentence.start : block.start) - 1
  }
  return 0
}

function nextLetter(text: string, from: number, to: number): number {
  let at = from
  while (at < to && /\s/.test(text.charAt(at))) at++
  return at
}

/** The start of the next paragraph that isn't blank. */
function paragraphAfter({ text, blocks, pieces }: Walkable, offset: number): number {
  for (let i = pieces.block(pieces.at(offset)) + 1; i < blocks.length; i++) {
    const { start, end } = blocks.at(i)!
    if (!isBlankStretch(text, start, end)) return start
  }
  return text.length
}

/** The start of this paragraph, or of the one before where the caret stands there already. */
function paragraphBefore({ text, blocks, pieces }: Walkable, offset: number): number {
  for (let i = pieces.block(pieces.at(offset)); i >= 0; i--) {
    const { start, end } = blocks.at(i)!
    if (start < offset && !isBlankStretch(text, start, end)) return start
  }
  return 0
}
