import type { MountedChunk, MountedPiece } from './mounted.ts'
import { type DomPlace, offsetIn, placeIn } from './texts.ts'

/** From offsets to the nodes that are mounted, and back. */
export class Places {
  private readonly mounted: () => readonly MountedChunk[]
  private readonly root: Node
  private readonly pieceOf = new WeakMap<Node, MountedPiece>()
  private readonly chunkOf = new WeakMap<Node, MountedChunk>()

  /** `mounted` in the order of the text. */
  constructor(mounted: () => readonly MountedChunk[], root: Node) {
    this.root = root
    this.mounted = mounted
  }

  add(chunk: MountedChunk): void {
    this.chunkOf.set(chunk.element, chunk)
    for (const piece of chunk.pieces) this.pieceOf.set(piece.element, piece)
  }

  chunk(offset: number): MountedChunk | undefined {
    const chunks = this.mounted()
    const found = chunks.find(chunk => chunk.start <= offset && offset < chunk.end)
    if (found) return found
    // The end of the text belongs to the last chunk, which need not be mounted.
    const last = chunks.at(-1)
    return last && offset === last.end && last.element.classList.contains('page-last') ? last : undefined
  }

  piece(offset: number): MountedPiece | undefined {
    const chunk = this.chunk(offset)
    if (!chunk) return undefined
    let low = 0
    let high = chunk.pieces.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (chunk.pieces[middle]!.start <= offset) low = middle
      else high = middle - 1
    }
    return chunk.pieces[low]
  }

  /** Pieces that share a character with the span, of those that are mounted. */
  *touching(start: number, end: number): IterableIterator<MountedPiece> {
    for (const chunk of this.mounted()) {
      if (chunk.end <= start || chunk.start >= end) continue
      for (const piece of chunk.pieces) if (piece.end > start && piece.start < end) yield piece
    }
  }

  /** The node for an offset, or the nearest that is mounted. */
  dom(offset: number): DomPlace | undefined {
    const chunks = this.mounted()
    const first = chunks[0]
    const last = chunks.at(-1)
    if (!first || !last) return undefined
    const piece = offset < first.start ? first.pieces[0] : (this.piece(offset) ?? last.pieces.at(-1))
    if (!piece) return undefined
    return placeIn(piece, offset, 'begins')
  }

  /** The offset of a place in the document; undefined for one outside the text. Between two blocks it is where the second starts. */
  offset({ node, offset }: DomPlace): number | undefined {
    const block = (node instanceof Element ? node : node.parentElement)?.closest('.page-block')
    const piece = block && this.pieceOf.get(block)
    if (piece) return offsetIn(piece, { node, offset })
    const chunk = this.chunkOf.get(node)
    if (chunk) return chunk.pieces[offset]?.start ?? chunk.end
    if (!this.root.contains(node)) return undefined
    return this.around(node.childNodes[offset] ?? node)
  }

  /** The start of the text in or after a node that holds chunks, or lies among them. */
  private around(node: Node): number | undefined {
    for (const chunk of this.mounted()) {
      const where = node.compareDocumentPosition(chunk.element)
      if (node === chunk.element || where & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING))
        return chunk.start
      if (where & Node.DOCUMENT_POSITION_CONTAINS) return chunk.end
    }
    return this.mounted().at(-1)?.end
  }
}
