import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { type Cut, cutsOf } from './cuts.ts'
import type { MountedChunk, MountedPiece } from './mounted.ts'

/**
 * Annotations for those who listen to the page: their words stand in `<mark>`
 * elements that are described. What a painter paints nobody hears; what stands
 * here nobody sees. It cuts the text of pieces, so ranges into a chunk that was
 * marked up anew are stale.
 */
export class Spoken {
  private readonly describe: (cut: Cut['covering']) => string
  private readonly marked = new WeakMap<MountedPiece, string>()

  constructor(describe: (covering: Cut['covering']) => string) {
    this.describe = describe
  }

  /** Marks up what these annotations cover of a chunk. Says whether any of its text nodes is another one now. */
  mark(chunk: MountedChunk, annotations: readonly Annotation[]): boolean {
    let isOther = false
    for (const piece of chunk.pieces) {
      const cuts = cutsOf(piece, annotations).map(({ start, end, covering }) => ({
        start,
        end,
        description: covering.length > 0 ? this.describe(covering) : null,
      }))
      const spelled = cuts.length > 1 || cuts[0]?.description ? JSON.stringify(cuts) : ''
      if (spelled === (this.marked.get(piece) ?? '')) continue
      this.marked.set(piece, spelled)
      this.write(piece, cuts)
      isOther = true
    }
    return isOther
  }

  private write(piece: MountedPiece, cuts: readonly { start: number; end: number; description: string | null }[]) {
    const text = piece.texts.map(node => node.data).join('')
    piece.texts = cuts.map(({ start, end }) =>
      document.createTextNode(text.slice(start - piece.start, end - piece.start)),
    )
    piece.element.replaceChildren(
      ...piece.texts.map((node, i) => {
        const { description } = cuts[i]!
        if (description === null) return node
        const mark = document.createElement('mark')
        mark.setAttribute('aria-description', description)
        mark.append(node)
        return mark
      }),
    )
  }
}
