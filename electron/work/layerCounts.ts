import type { Status } from '../../shared/annotation/annotation.ts'
import type { Span } from '../../shared/annotation/span.ts'
import { readSidecar } from '../../shared/sidecar/readSidecar.ts'
import type { Sidecar } from '../../shared/sidecar/schema.ts'

/** What a list says of one layer. */
export interface LayerCounts {
  readonly status: Status
  /** Annotations that stand in the text, by tag, those in boilerplate included. */
  readonly counts: Readonly<Record<string, number>>
  /** How many of those lie wholly in one block of boilerplate. */
  readonly inBoilerplate: number
  readonly unplaced: number
}

/**
 * The counts of a sidecar, boilerplate by the zones that it holds itself: the
 * article isn't needed. Throws what `readSidecar` throws.
 */
export function countLayer(bytes: Uint8Array): LayerCounts {
  const { status, annotations, unplaced, zones } = readSidecar(bytes) as unknown as Sidecar
  const boilerplate = zones.filter(({ zone }) => zone === 'boilerplate').sort((one, other) => one.start - other.start)
  const counts = new Map<string, number>()
  let inBoilerplate = 0
  for (const { tag, spans } of annotations) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1)
    if (isWithin(boilerplate, spans[0]!.start, spans.at(-1)!.end)) inBoilerplate++
  }
  return { status, counts: Object.fromEntries(counts), inBoilerplate, unplaced: unplaced.length }
}

/** Whether one of many stretches, sorted and apart from each other, holds all of an extent. */
function isWithin(stretches: readonly Span[], start: number, end: number): boolean {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (stretches[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  const stretch = stretches[low]
  return stretch !== undefined && stretch.start <= start && end <= stretch.end
}
