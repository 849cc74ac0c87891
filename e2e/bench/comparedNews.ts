import type { DatasetAnnotation, DatasetLayer } from '../../shared/dataset/dataset.ts'
import { entities, type News, newsOf } from './news.ts'
import { type Random, seeded } from './prose.ts'

/** So many generated pieces make an article as long as one of a newspaper: some 3,000 characters. */
const PIECES = 5
const ANNOTATORS = ['ada', 'ben', 'cleo'] as const

/**
 * An article that three annotators read in their own ways: of what is there each
 * leaves out some, ends some a word sooner, takes some for another tag, answers
 * some otherwise and takes some for another entity. The same number makes the
 * same article on every machine.
 */
export function comparedNewsOf(number: number): News {
  const random = seeded(number * 104_729 + 5)
  const { path } = newsOf(number)
  let text = ''
  const annotations: DatasetAnnotation[] = []
  const links: DatasetLayer['links'][number][] = []
  for (let piece = 0; piece < PIECES; piece++) {
    const one = newsOf(number * PIECES + piece)
    const moved = <T extends { readonly start: number; readonly end: number }>(span: T) => ({
      ...span,
      ...{ start: span.start + text.length, end: span.end + text.length },
    })
    const named = (id: string) => `${piece}-${id}`
    const [layer] = one.layers
    for (const { id, spans, ...rest } of layer!.annotations)
      annotations.push({ ...rest, id: named(id), spans: spans.map(moved) })
    for (const { id, from, to, cue, ...rest } of layer!.links)
      links.push({
        ...{ ...rest, id: named(id), from: named(from) },
        to: 'annotation' in to ? { annotation: named(to.annotation) } : to,
        ...(cue && { cue: moved(cue) }),
      })
    text += `${one.text}\n`
  }
  const layers = ANNOTATORS.map((annotator): DatasetLayer => {
    const kept = annotations.filter(() => random() < 0.85).map(one => read(one, text, random))
    const there = new Set(kept.map(({ id }) => id))
    const own = links.filter(({ from, to }) => there.has(from) && (!('annotation' in to) || there.has(to.annotation)))
    return { annotator, status: 'done', annotations: kept, links: own }
  })
  return { path, text, layers }
}

/** An annotation as somebody else would have made it. */
function read(one: DatasetAnnotation, text: string, random: Random): DatasetAnnotation {
  const last = one.spans.at(-1)!
  const space = text.lastIndexOf(' ', last.end - 1)
  const isShorter = random() < 0.15 && space > last.start
  const isOther = random() < 0.04 && one.tag === 'event'
  const isOtherwise = random() < 0.1 && 'polarity' in one.attributes
  const entity = random() < 0.1 ? entities[Math.floor(random() * entities.length)]!.id : one.entity
  return {
    ...one,
    ...(isShorter ? { spans: [...one.spans.slice(0, -1), { start: last.start, end: space }] } : {}),
    ...(isOther ? { tag: 'claim', attributes: {} } : {}),
    ...(isOtherwise ? { attributes: { ...one.attributes, polarity: 'neutral' } } : {}),
    ...(entity === undefined || one.tag !== 'actor' ? {} : { entity }),
  }
}
