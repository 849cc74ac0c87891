import type { Status } from '../../shared/annotation/annotation.ts'
import type { Span } from '../../shared/annotation/span.ts'
import { readSidecar } from '../../shared/sidecar/readSidecar.ts'
import type { Sidecar } from '../../shared/sidecar/schema.ts'

/** What a list says of one layer. */
export interface LayerCounts {
  readonly status: Status
  /** Annotations of the article's own text, by tag. */
  readonly counts: Readonly<Record<string, number>>
  /** Annotations that begin in boilerplate: counted apart. */
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
    if (isIn(boilerplate, spans[0]!.start)) inBoilerplate++
    else counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  return { status, counts: Object.fromEntries(counts), inBoilerplate, unplaced: unplaced.length }
}

/** Whether an offset lies in one of many stretches, sorted and apart from each other. */
function isIn(stretches: readonly Span[], offset: number): boolean {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (stretches[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  const stretch = stretches[low]
  return stretch !== undefined && stretch.start <= offset
}
