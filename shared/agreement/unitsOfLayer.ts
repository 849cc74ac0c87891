import type { Span } from '../annotation/span.ts'
import type { ReadiedLayer } from './readied.ts'
import type { Unit } from './unitizingAlpha.ts'

/**
 * What a layer marks in its text, as measures of unitizing need it: they know no
 * annotator whose units overlap. Each part of an annotation is a unit; units of
 * one tag that overlap are joined.
 */
export class MarkedUnits {
  /** Tags in order, each with its units in order. */
  private readonly byTag: ReadonlyMap<string, readonly Unit[]>
  /** All units by where they begin, then by where they end. */
  private readonly inOrder: readonly Unit[]

  constructor({ annotations }: ReadiedLayer, isAsked: (tag: string) => boolean) {
    const spans = new Map<string, Span[]>()
    for (const { annotation, place } of annotations) {
      if (!isAsked(annotation.tag)) continue
      const known = spans.get(annotation.tag)
      if (known) known.push(...place)
      else spans.set(annotation.tag, [...place])
    }
    this.byTag = new Map(
      [...spans]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([tag, own]) => [tag, joined(own).map(({ start, end }) => ({ start, end, category: tag }))]),
    )
    this.inOrder = inOrder([...this.byTag.values()].flat())
  }

  get tags(): string[] {
    return [...this.byTag.keys()]
  }

  /** The units of one tag. */
  of(tag: string): readonly Unit[] {
    return this.byTag.get(tag) ?? []
  }

  /** The units of one tag, and as `OTHERS` what other tags mark elsewhere. */
  against(tag: string): Unit[] {
    const own = this.of(tag)
    const others = joined(this.inOrder.filter(({ category }) => category !== tag))
    const out: Unit[] = [...own]
    let next = 0
    for (const { start, end } of others) {
      let from = start
      while (next < own.length && own[next]!.end <= start) next++
      for (let at = next; at < own.length && own[at]!.start < end; at++) {
        if (own[at]!.start > from) out.push({ start: from, end: own[at]!.start, category: OTHERS })
        from = Math.max(from, own[at]!.end)
      }
      if (from < end) out.push({ start: from, end, category: OTHERS })
    }
    return out
  }

  /** All units. Where some of several tags overlap, what they share is a unit of these tags together. */
  together(): Unit[] {
    const all = this.inOrder
    const ends = Float64Array.from(new Set(all.flatMap(({ start, end }) => [start, end]))).sort()
    const out: Unit[] = []
    let open: Unit[] = []
    let next = 0
    for (let i = 0; i + 1 < ends.length; i++) {
      const [start, end] = [ends[i]!, ends[i + 1]!]
      if (open.some(one => one.end <= start)) open = open.filter(one => one.end > start)
      while (next < all.length && all[next]!.start === start) open.push(all[next++]!)
      if (open.length === 0) continue
      const category = open.length === 1 ? open[0]!.category : this.named(open)
      out.push({ start, end, category })
    }
    return out
  }

  /** Several tags together, in their order. */
  private named(units: readonly Unit[]): string {
    return units
      .map(({ category }) => category)
      .sort()
      .join(' + ')
  }
}

/** What isn't of the tag that is looked at. No tag can have this id. */
export const OTHERS = '\u0000others'

/** Spans in order, those that overlap as one. */
function joined(spans: readonly Span[]): Span[] {
  const out: { start: number; end: number }[] = []
  for (const { start, end } of inOrder(spans)) {
    const last = out.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else if (end > start) out.push({ start, end })
  }
  return out
}

function inOrder<T extends Span>(spans: readonly T[]): readonly T[] {
  const isSorted = spans.every((one, i) => i === 0 || byExtent(spans[i - 1]!, one) <= 0)
  return isSorted ? spans : [...spans].sort(byExtent)
}

function byExtent(one: Span, other: Span): number {
  return one.start - other.start || one.end - other.end
}
