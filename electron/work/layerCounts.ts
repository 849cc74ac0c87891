import type { Status } from '../../shared/annotation/annotation.ts'
import { readSidecar } from '../../shared/sidecar/readSidecar.ts'
import type { Sidecar } from '../../shared/sidecar/schema.ts'

/** What a list says of one layer. */
export interface LayerCounts {
  readonly status: Status
  /** Annotations that stand in the text, by tag, without those in boilerplate. */
  readonly counts: Readonly<Record<string, number>>
  readonly inBoilerplate: number
  readonly unplaced: number
}

/**
 * The counts of a sidecar. An annotation is in boilerplate if its first
 * character is, by the zones that the sidecar itself holds: the article isn't
 * needed. Throws what `readSidecar` throws.
 */
export function countLayer(bytes: Uint8Array): LayerCounts {
  const { status, annotations, unplaced, zones } = readSidecar(bytes) as unknown as Sidecar
  const boilerplate = zones.filter(({ zone }) => zone === 'boilerplate').sort((one, other) => one.start - other.start)
  const counts = new Map<string, number>()
  let inBoilerplate = 0
  for (const { tag, spans } of annotations) {
    if (isWithin(boilerplate, spans[0]!.start)) inBoilerplate++
    else counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  return { status, counts: Object.fromEntries(counts), inBoilerplate, unplaced: unplaced.length }
}

/** Whether a place lies in one of many stretches, sorted and apart from each other. */
function isWithin(stretches: readonly { readonly start: number; readonly end: number }[], place: number): boolean {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (stretches[middle]!.end <= place) low = middle + 1
    else high = middle
  }
  const stretch = stretches[low]
  return stretch !== undefined && stretch.start <= place
}
