import { type Annotation, extent, type Link } from '../annotation/annotation.ts'
import type { Edit } from '../annotation/edit.ts'
import { withSpans } from '../annotation/reshape.ts'
import type { Span } from '../annotation/span.ts'
import { compare } from '../annotation/spanOrder.ts'
import type { Rule, View } from './rule.ts'

/**
 * Two annotations of one tag that must have been meant as one: their ends
 * differ by one character, or one begins where the other stops, with one
 * character between them at most. Two on the very same words are no slip, and
 * neither are two sentences one after the other.
 */
export const oneCharacterApart: Rule = {
  id: 'one-character-apart',
  subject: 'annotation',
  find(view, id) {
    const annotation = view.layer.annotations.get(id)
    if (!annotation) return []
    return near(view, annotation)
      .filter(other => compare(annotation, other) < 0)
      .map(other => ({
        key: `one-character-apart/${[id, other.id].sort().join('/')}`,
        rule: 'one-character-apart' as const,
        place: { start: extent(annotation).start, end: Math.max(extent(annotation).end, extent(other).end) },
        annotation: id,
        other: other.id,
      }))
  },
  reach: (view, annotation) => near(view, annotation).map(other => other.id),
  fixes(view, { annotation, other: second }) {
    const one = view.layer.annotations.get(annotation ?? '')
    const other = view.layer.annotations.get(second ?? '')
    if (!one || !other) return []
    return [{ kind: 'edit', what: 'merge', label: '', edit: modified => merged(view, one, other, modified) }]
  },
}

/** Others of the tag that are one character apart from an annotation, which needn't be there any more. */
function near({ layer, text }: View, annotation: Annotation): Annotation[] {
  const { start, end } = extent(annotation)
  return layer
    .touching({ start: start - 2, end: end + 2 })
    .filter(other => other.tag === annotation.tag && other.id !== annotation.id && areNear(text, annotation, other))
}

function areNear(text: string, one: Annotation, other: Annotation): boolean {
  const a = extent(one)
  const b = extent(other)
  const apart = [Math.abs(a.start - b.start), Math.abs(a.end - b.end)]
  if (Math.max(...apart) === 1) return true
  return follows(text, a, b) || follows(text, b, a)
}

const wordy = /[\p{L}\p{N}\p{M}]/u

/** Whether `second` goes on where `first` stops, in the middle of a phrase. */
function follows(text: string, first: Span, second: Span): boolean {
  const gap = text.slice(first.end, second.start)
  if (second.start < first.end || second.start - first.end > 1 || !/^[\s\p{Pd}'’]?$/u.test(gap)) return false
  if (/[\r\n]/.test(gap)) return false
  return wordy.test(text.slice(first.end - 1, first.end)) && wordy.test(text.slice(second.start, second.start + 1))
}

/** Both as one: the older with the words of both; what it doesn't say itself, and all links, it takes from the younger. */
function merged({ layer, text }: View, one: Annotation, other: Annotation, modified: string): Edit {
  const [kept, gone] =
    one.created < other.created || (one.created === other.created && one.id < other.id) ? [one, other] : [other, one]
  const entity = kept.entity ?? gone.entity
  const note = [kept.note, gone.note].filter(Boolean).join('\n')
  const annotation: Annotation = {
    ...withSpans(kept, text, bridged([...kept.spans, ...gone.spans])),
    attributes: { ...gone.attributes, ...kept.attributes },
    ...(entity === undefined ? {} : { entity }),
    ...(note === '' ? {} : { note }),
    modified,
  }
  return {
    kind: 'all',
    edits: [
      { kind: 'put', annotation },
      ...movedLinks(layer.linksOf(gone.id), kept.id, gone.id, layer.linksOf(kept.id)),
      { kind: 'remove', id: gone.id },
    ],
  }
}

/** Parts with one character between them become one part. */
function bridged(spans: readonly Span[]): Span[] {
  return spans.map(({ start, end }) => ({ start, end: spans.some(other => other.start === end + 1) ? end + 1 : end }))
}

type SingleEdit = Exclude<Edit, { kind: 'all' }>

/** Links follow; one that would join the annotation with itself goes, and so does one that it has already. */
function movedLinks(links: readonly Link[], kept: string, gone: string, own: readonly Link[]): SingleEdit[] {
  const known = new Set(own.map(spell))
  return links.map(link => {
    const to = 'annotation' in link.to && link.to.annotation === gone ? { ...link.to, annotation: kept } : link.to
    const moved: Link = { ...link, from: link.from === gone ? kept : link.from, to }
    const isLoop = 'annotation' in to && to.annotation === moved.from
    if (isLoop || known.has(spell(moved))) return { kind: 'removeLink', id: link.id }
    known.add(spell(moved))
    return { kind: 'putLink', link: moved }
  })
}

function spell({ type, from, to }: Link): string {
  return JSON.stringify([type, from, 'annotation' in to ? to.annotation : 'entity' in to ? [to.entity] : null])
}
