import type { Span } from '../../../shared/annotation/span.ts'
import type { Tag } from '../../../shared/codebook/codebook.ts'
import type { Theme } from '../../../shared/codebook/colours.ts'
import type { MountedChunk, MountedPiece } from './mounted.ts'

/** A part of an annotation's span that lies in one piece. */
export interface Part extends Span {
  readonly id: string
  readonly tag: string
  readonly lane: number
  readonly piece: MountedPiece
  /** Drawn more weakly: while layers are compared, where all say the same. */
  readonly isQuiet: boolean
}

/** Marks annotations in the text that is mounted, and nothing else: outlines and braces aren't its business. */
export interface Painter {
  /** The chunk's annotations are these; whatever was painted there before and isn't among them goes. It is seen once it was measured and drawn. */
  paint(chunk: MountedChunk, parts: readonly Part[]): void
  /** Measures what of a chunk isn't drawn yet, or all if its text has moved, and returns what draws it. The chunk has been laid out. */
  measure(chunk: MountedChunk, isMoved: boolean): () => void
  /** The chunk leaves the page. */
  clear(chunk: MountedChunk): void
  /** How tags look. What is painted stays, if its tag does. */
  dress(tags: readonly Tag[], theme: Theme): void
  /** All but these annotations are marked more weakly; `null` marks all as usual. */
  emphasise(ids: ReadonlySet<string> | null): void
  destroy(): void
}
