import type { MountedPiece } from './mounted.ts'

/** A place in the document, as a Selection or a caret position names it. */
export interface DomPlace {
  readonly node: Node
  readonly offset: number
}

/**
 * Where an offset stands in a piece, kept within it. Between two of its text
 * nodes what begins there stands in the second, what ends there in the first.
 */
export function placeIn(piece: MountedPiece, offset: number, side: 'begins' | 'ends'): DomPlace {
  const { texts } = piece
  let left = Math.max(0, Math.min(offset, piece.end) - piece.start)
  for (let i = 0; i < texts.length - 1; i++) {
    const { length } = texts[i]!
    if (left < length || (left === length && side === 'ends')) return { node: texts[i]!, offset: left }
    left -= length
  }
  const last = texts.at(-1)!
  return { node: last, offset: Math.min(left, last.length) }
}

/** The offset of a place in a piece's element. */
export function offsetIn({ start, texts }: MountedPiece, { node, offset }: DomPlace): number {
  const next = node instanceof Text ? node : node.childNodes[offset]
  let at = start
  for (const text of texts) {
    if (text === node) return at + Math.min(offset, text.length)
    const isBefore = next
      ? next.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING
      : node.compareDocumentPosition(text) & (Node.DOCUMENT_POSITION_PRECEDING | Node.DOCUMENT_POSITION_CONTAINED_BY)
    if (isBefore) at += text.length
  }
  return at
}

/** A stretch of a piece. Static, for live ranges would be adjusted at every change of the document. */
export function staticRange(piece: MountedPiece, start: number, end: number): StaticRange {
  const from = placeIn(piece, start, 'begins')
  const to = placeIn(piece, end, 'ends')
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  })
}
