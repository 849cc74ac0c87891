import type { Annotation } from '../annotation/annotation.ts'
import type { Span } from '../annotation/span.ts'

/** Of an annotation, as much as tells where it stands and what it is. */
export type Standing = Pick<Annotation, 'id' | 'tag' | 'entity'> & { readonly spans: readonly Span[] }

/** One span of an annotation. */
interface Part<T> extends Span {
  readonly whose: T
}

/**
 * Which annotations stand over places of a text, asked from its beginning to
 * its end: each annotation and each place is looked at once, however many
 * there are of both.
 */
export class Covers<T extends Standing> {
  readonly #parts: readonly Part<T>[]
  #next = 0
  #open: Part<T>[] = []
  #reached = 0

  constructor(annotations: Iterable<T>) {
    const parts: Part<T>[] = []
    for (const whose of annotations) for (const { start, end } of whose.spans) parts.push({ start, end, whose })
    this.#parts = parts.sort((one, other) => one.start - other.start)
  }

  /** The annotations of which a span shares a character with a place. A place before the last one asked for begins anew. */
  touching(place: Span): T[] {
    return distinct(this.#advance(place).filter(part => part.start < place.end && part.end > place.start))
  }

  /** The annotations of which a span holds all of a place. */
  holding(place: Span): T[] {
    return distinct(this.#advance(place).filter(part => part.start <= place.start && part.end >= place.end))
  }

  /** The spans that begin before the end of a place and end after its start, and perhaps some that don't. */
  #advance({ start, end }: Span): readonly Part<T>[] {
    if (start < this.#reached) {
      this.#next = 0
      this.#open = []
    }
    this.#reached = start
    if (this.#open.length > 0) this.#open = this.#open.filter(part => part.end > start)
    for (; this.#next < this.#parts.length && this.#parts[this.#next]!.start < end; this.#next++) {
      const part = this.#parts[this.#next]!
      if (part.end > start) this.#open.push(part)
    }
    return this.#open
  }
}

function distinct<T>(parts: readonly Part<T>[]): T[] {
  return parts.length < 2 ? parts.map(({ whose }) => whose) : [...new Set(parts.map(({ whose }) => whose))]
}
