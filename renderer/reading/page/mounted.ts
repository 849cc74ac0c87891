import { DOMSerializer } from 'prosemirror-model'
import type { Span } from '../../../shared/annotation/span.ts'
import type { Block } from '../../../shared/article/article.ts'
import { nodeOf } from '../../../shared/article/document.ts'
import { articleSchema } from '../../../shared/article/schema.ts'
import type { Chunks } from './chunks.ts'
import { isBlankStretch } from './estimate.ts'
import type { Blocks, Pieces } from './pieces.ts'

/** A piece of text in the page: one element, with one text node, or several where annotations are marked up for those who listen. */
export interface MountedPiece extends Span {
  readonly element: HTMLElement
  /** In the order of the text; never empty. */
  texts: readonly Text[]
}

/** A chunk in the page. `under` holds what is drawn under its letters, `marks` what is drawn over and beside its text, in the chunk's own coordinates. */
export interface MountedChunk extends Span {
  readonly index: number
  readonly element: HTMLElement
  readonly pieces: readonly MountedPiece[]
  readonly under: HTMLElement
  readonly marks: HTMLElement
}

const serializer = DOMSerializer.fromSchema(articleSchema)

/** What chunks are made from. */
export interface Source {
  readonly text: string
  readonly blocks: Blocks
  readonly pieces: Pieces
  readonly chunks: Chunks
}

/** Makes the elements of a chunk, node by node; they are not in the document yet. */
export function makeChunk(source: Source, index: number): MountedChunk {
  const element = document.createElement('div')
  element.className = 'page-chunk'
  if (index === 0) element.classList.add('page-first')
  if (index === source.chunks.count - 1) element.classList.add('page-last')
  const pieces: MountedPiece[] = []
  for (let piece = source.chunks.first(index); piece < source.chunks.last(index); piece++)
    pieces.push(makePiece(source, piece))
  const under = overlay('page-marks page-paint')
  const marks = overlay('page-marks')
  element.append(...pieces.map(piece => piece.element), under, marks)
  return { ...source.chunks.span(index), index, element, pieces, under, marks }
}

function overlay(name: string): HTMLElement {
  const element = document.createElement('div')
  element.className = name
  element.setAttribute('aria-hidden', 'true')
  return element
}

function makePiece({ text, blocks, pieces }: Source, index: number): MountedPiece {
  const start = pieces.start(index)
  const end = pieces.end(index)
  const block: Block = blocks.at(pieces.block(index)) ?? { start, end, zone: 'body', by: 'reader' }
  const element = serializer.serializeNode(nodeOf(text, { ...block, start, end })) as HTMLElement
  element.classList.add('page-block')
  if (isBlankStretch(text, start, end)) {
    element.classList.add('page-blank')
    // Space for the eye, which would be read out as an empty paragraph.
    element.setAttribute('aria-hidden', 'true')
  } else if (wraps(text, start, end)) element.classList.add('page-wrapped')
  if (start > block.start || end < block.end) continueBlock(element, text, block, start, end)
  let node = element.firstChild
  if (!(node instanceof Text)) {
    node = document.createTextNode('')
    element.append(node)
  }
  return { start, end, element, texts: [node as Text] }
}

/** A part of a block looks like a part: no space where it is broken, and the direction of the whole. */
function continueBlock(element: HTMLElement, text: string, block: Block, start: number, end: number): void {
  if (start > block.start) {
    element.classList.add('page-continues')
    element.setAttribute(
      'dir',
      nodeOf(text, { ...block, end: Math.min(block.end, block.start + 2048) }).attrs['direction'],
    )
  }
  if (end < block.end) element.classList.add('page-continued')
}

/** Whether a line ends inside: the file is hard-wrapped, and the page wraps it anew. */
function wraps(text: string, start: number, end: number): boolean {
  const at = text
    .slice(start, end)
    .trimEnd()
    .search(/[\r\n]/)
  return at >= 0
}
