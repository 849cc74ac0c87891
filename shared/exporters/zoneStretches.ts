import type { Span } from '../annotation/span.ts'
import type { Zone } from '../article/article.ts'
import type { DatasetArticle } from '../dataset/dataset.ts'

/** Every stretch of a text in order, without a gap: the zones, and what lies between them, whose zone is null. Offsets are UTF-16. */
export function zoneStretches({ text, zones }: DatasetArticle): (Span & { readonly zone: Zone | null })[] {
  const out: (Span & { readonly zone: Zone | null })[] = []
  let at = 0
  for (const { start, end, zone } of [...zones].sort((one, other) => one.start - other.start)) {
    if (start > at) out.push({ start: at, end: start, zone: null })
    if (end > Math.max(at, start)) out.push({ start: Math.max(at, start), end, zone })
    at = Math.max(at, end)
  }
  if (at < text.length) out.push({ start: at, end: text.length, zone: null })
  return out
}
