import type { Heights } from './heights.ts'
import { type MountedChunk, makeChunk, type Source } from './mounted.ts'

/** What has to happen when a chunk comes and goes. */
export interface Comings {
  mounted(chunk: MountedChunk): void
  unmounted(chunk: MountedChunk): void
}

/**
 * The chunks that are in the document: neighbours, in the flow of one element
 * that stands where the first of them belongs.
 */
export class MountedChunks {
  private readonly source: Source
  private readonly comings: Comings
  readonly element = document.createElement('div')
  /** In the order of the text. */
  chunks: MountedChunk[] = []

  constructor(source: Source, comings: Comings) {
    this.source = source
    this.comings = comings
    this.element.className = 'page-window'
  }

  get first(): number {
    return this.chunks[0]?.index ?? 0
  }

  /** The index after the last mounted chunk. */
  get last(): number {
    return this.chunks.length === 0 ? 0 : this.chunks.at(-1)!.index + 1
  }

  holds(index: number): boolean {
    return this.chunks.length > 0 && this.first <= index && index < this.last
  }

  /** Mounts exactly the chunks from `first` to before `last`; those that stay aren't touched. Says whether anything changed. */
  show(first: number, last: number): boolean {
    if (first === this.first && last === this.last) return false
    const leaving = this.chunks.filter(({ index }) => index < first || index >= last)
    this.chunks = this.chunks.filter(({ index }) => index >= first && index < last)
    for (const chunk of leaving) {
      this.comings.unmounted(chunk)
      chunk.element.remove()
    }
    const reached = this.chunks.length === 0 ? first : this.last
    this.chunks = [...this.mount(first, this.chunks[0]?.index ?? first), ...this.chunks, ...this.mount(reached, last)]
    return true
  }

  /** The chunks that are needed for what lies between two heights of the article. */
  static range(heights: Heights, from: number, to: number): { first: number; last: number } {
    return { first: heights.at(from), last: heights.at(to) + 1 }
  }

  private mount(first: number, last: number): MountedChunk[] {
    const chunks: MountedChunk[] = []
    for (let index = first; index < last; index++) chunks.push(makeChunk(this.source, index))
    const elements = chunks.map(chunk => chunk.element)
    const next = this.chunks[0]
    if (next && next.index >= last) next.element.before(...elements)
    else this.element.append(...elements)
    for (const chunk of chunks) this.comings.mounted(chunk)
    return chunks
  }
}
