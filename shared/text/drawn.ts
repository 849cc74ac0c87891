import type { Span } from '../annotation/span.ts'

/** A span drawn into its text, for tests: `The «cat» sat.` is the text without the marks, and the span between them. */
export function drawn(picture: string): { text: string; span: Span } {
  const start = picture.indexOf('«')
  const end = picture.indexOf('»') - 1
  return { text: picture.replace(/[«»]/g, ''), span: { start, end } }
}

/** The picture of a span in its text: what `drawn` reads. */
export function draw(text: string, { start, end }: Span): string {
  return `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`
}
