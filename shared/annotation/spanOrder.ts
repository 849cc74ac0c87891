import { type Annotation, extent } from './annotation.ts'
import type { Span } from './span.ts'

/** How many annotations stand in one run before it is split. */
const RUN = 256

interface Run {
  readonly annotations: Annotation[]
  /** The furthest end in this run, so that a run that ends before a place needn't be looked into. */
  furthest: number
}

/**
 * Annotations in the order of the text: by first start, then end, then id.
 *
 * Sorted runs of at most a few hundred, each with its furthest end: putting,
 * removing and asking for a place cost the length of one run and a glance at
 * the others, whatever the number of annotations.
 */
export class SpanOrder {
  private runs: Run[] = []

  /** `sorted` may be in any order; it isn't kept. */
  constructor(annotations: Iterable<Annotation> = []) {
    const sorted = [...annotations].sort(compare)
    for (let at = 0; at < sorted.length; at += RUN) this.runs.push(runOf(sorted.slice(at, at + RUN)))
  }

  put(annotation: Annotation): void {
    const index = this.runFor(annotation)
    const run = this.runs[index]
    if (!run) {
      this.runs.push(runOf([annotation]))
      return
    }
    run.annotations.splice(placeIn(run.annotations, annotation), 0, annotation)
    run.furthest = Math.max(run.furthest, extent(annotation).end)
    if (run.annotations.length > 2 * RUN) {
      this.runs.splice(index, 1, runOf(run.annotations.slice(0, RUN)), runOf(run.annotations.slice(RUN)))
    }
  }

  /** The very annotation that was put: order is found by its place, identity by its id. */
  remove(annotation: Annotation): void {
    const index = this.runFor(annotation)
    const run = this.runs[index]
    const at = run ? placeIn(run.annotations, annotation) : -1
    if (!run || run.annotations[at]?.id !== annotation.id)
      throw new RangeError(`No annotation ${annotation.id} at its place`)
    run.annotations.splice(at, 1)
    if (run.annotations.length === 0) this.runs.splice(index, 1)
    else run.furthest = furthest(run.annotations)
  }

  /** All of them, in order, as a list of its own. */
  list(): Annotation[] {
    return this.runs.flatMap(run => run.annotations)
  }

  /** All of them, in order. */
  *[Symbol.iterator](): IterableIterator<Annotation> {
    for (const run of this.runs) yield* run.annotations
  }

  /** Those whose extent shares at least one character with `span`, in order. */
  *touching(span: Span): IterableIterator<Annotation> {
    for (const run of this.runs) {
      if (run.furthest <= span.start) continue
      if (extent(run.annotations[0]!).start >= span.end) return
      for (const annotation of run.annotations) {
        const { start, end } = extent(annotation)
        if (start >= span.end) return
        if (end > span.start) yield annotation
      }
    }
  }

  /**
   * The `most` nearest to a stretch that are accepted, by the characters between
   * the two, in no particular order. Looks from the stretch outwards, and no
   * further than it takes: where the near ones are accepted, at few.
   */
  nearest(span: Span, most: number, accepts: (annotation: Annotation) => boolean): Annotation[] {
    const after: Annotation[] = []
    const first = this.runAt(span.start)
    for (let index = first; index < this.runs.length && after.length < most; index++) {
      for (const annotation of this.runs[index]!.annotations) {
        if (after.length >= most) break
        if (extent(annotation).start > span.start && accepts(annotation)) after.push(annotation)
      }
    }
    // A long one may begin far before and end beside the stretch: what ends near enough has to be looked at.
    const before: { readonly annotation: Annotation; readonly distance: number }[] = []
    const isFar = (end: number) => before.length >= most && span.start - end >= before.at(-1)!.distance
    for (let index = Math.min(first, this.runs.length - 1); index >= 0; index--) {
      const run = this.runs[index]!
      if (isFar(run.furthest)) continue
      for (let at = run.annotations.length - 1; at >= 0; at--) {
        const annotation = run.annotations[at]!
        const { start, end } = extent(annotation)
        if (start > span.start || isFar(end) || !accepts(annotation)) continue
        const distance = Math.max(0, span.start - end)
        const place = before.findLastIndex(one => one.distance <= distance) + 1
        before.splice(place, 0, { annotation, distance })
        if (before.length > most) before.pop()
      }
    }
    return [...before.map(({ annotation }) => annotation), ...after]
  }

  /** The first that comes after `annotation` in order, or undefined at the end. */
  after(annotation: Annotation): Annotation | undefined {
    const index = this.runFor(annotation)
    const run = this.runs[index]
    if (!run) return undefined
    const at = placeIn(run.annotations, annotation)
    const next = run.annotations[at]?.id === annotation.id ? at + 1 : at
    return run.annotations[next] ?? this.runs[index + 1]?.annotations[0]
  }

  /** The last that comes before `annotation` in order, or undefined at the start. */
  before(annotation: Annotation): Annotation | undefined {
    const index = this.runFor(annotation)
    const run = this.runs[index]
    if (!run) return undefined
    const at = placeIn(run.annotations, annotation)
    return run.annotations[at - 1] ?? this.runs[index - 1]?.annotations.at(-1)
  }

  /** How many come before `annotation` in order. */
  rank(annotation: Annotation): number {
    const index = this.runFor(annotation)
    let rank = 0
    for (let i = 0; i < index; i++) rank += this.runs[i]!.annotations.length
    return rank + (this.runs[index] ? placeIn(this.runs[index].annotations, annotation) : 0)
  }

  /** The annotation of that rank, or undefined past the end. */
  at(rank: number): Annotation | undefined {
    let left = rank
    for (const { annotations } of this.runs) {
      if (left < annotations.length) return annotations[left]
      left -= annotations.length
    }
    return undefined
  }

  /** How many begin before `offset`. */
  rankAt(offset: number): number {
    let rank = 0
    for (const { annotations } of this.runs) {
      if (extent(annotations.at(-1)!).start < offset) rank += annotations.length
      else return rank + startsBefore(annotations, offset)
    }
    return rank
  }

  /** The first run that ends with one that begins at or after an offset; how many runs there are where none does. */
  private runAt(offset: number): number {
    let low = 0
    let high = this.runs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (extent(this.runs[middle]!.annotations.at(-1)!).start < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The run in which an annotation stands or would stand; the last one for what comes after all. */
  private runFor(annotation: Annotation): number {
    let low = 0
    let high = this.runs.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(this.runs[middle]!.annotations.at(-1)!, annotation) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The order of sidecars: by first start, end, id. */
export function compare(one: Annotation, other: Annotation): number {
  const a = extent(one)
  const b = extent(other)
  return a.start - b.start || a.end - b.end || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
}

function startsBefore(annotations: readonly Annotation[], offset: number): number {
  let low = 0
  let high = annotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (extent(annotations[middle]!).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

function placeIn(annotations: readonly Annotation[], annotation: Annotation): number {
  let low = 0
  let high = annotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(annotations[middle]!, annotation) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function runOf(annotations: Annotation[]): Run {
  return { annotations, furthest: furthest(annotations) }
}

function furthest(annotations: readonly Annotation[]): number {
  return annotations.reduce((most, annotation) => Math.max(most, extent(annotation).end), 0)
}
