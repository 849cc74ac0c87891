import { stands } from '../annotation/anchor.ts'
import type { Hit } from './hit.ts'

/**
 * Whether what was found still stands at a hit's place in a text: its article
 * may have been changed since. A hit without a place stands nowhere. Of a link
 * no more is known than what stands around its place.
 */
export function hitStands({ start, end, quote, before, after, annotation, link }: Hit, text: string): boolean {
  if (start >= end || end > text.length) return false
  if (annotation) return annotation.spans.every(span => stands(text, span))
  if (!link) return stands(text, { start, end, quote })
  return text.slice(0, start).endsWith(before) && text.startsWith(after, end)
}
