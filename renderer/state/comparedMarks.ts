import type { Annotation, Link } from '../../shared/annotation/annotation.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import type { Span } from '../../shared/annotation/span.ts'
import type { Case, Opinion } from '../../shared/review/case.ts'
import { linksShown, type OwnLayer } from './ownMarks.ts'

/** What some of the layers say of a case, word for word the same. */
export interface Mark {
  readonly annotation: Annotation
  readonly case: Case
  /** Places among the chosen layers of those that say it, ascending. */
  readonly places: readonly number[]
  /** How it stands: all say the same; or it differs, and whose it is first. */
  readonly standing: 'same' | number
}

/** Letters beside a mark. */
export interface Lettered {
  /** Of its first character, or the one after its last. */
  readonly offset: number
  readonly side: 'begins' | 'ends'
  readonly places: readonly number[]
}

/** What layers say of an article, as marks that can be drawn, listed and selected like annotations. Offsets are UTF-16. */
export interface Marks {
  readonly layer: Layer
  /** By the id of the mark's annotation. */
  readonly byId: Map<string, Mark>
  /** By the case; in the order of the chosen layers. */
  readonly ofCase: Map<string, readonly Mark[]>
  /** Sorted by offset. */
  readonly letters: readonly Lettered[]
}

/** What marks are made for. */
export interface Marking {
  /** The chosen layers, in the order of their letters. */
  readonly layers: readonly string[]
  /** Those of them whose opinions are marked: all, or the one of a page beside another. */
  readonly shown?: readonly string[]
  /** The layer that is edited, where it is one of those. */
  readonly own?: OwnLayer | undefined
  /** Annotations of it that no case tells of. */
  readonly untold?: readonly string[]
}

/** The marks of cases. What several layers say alike is one mark; where the own layer is among them, it is its annotation. */
export function marksOf(text: string, cases: readonly Case[], marking: Marking): Marks {
  const { layers, own, untold = [] } = marking
  const ofCase = new Map<string, readonly Mark[]>()
  /** Which mark an annotation became. */
  const markOf = new Map<string, string>()
  const letters: Lettered[] = []
  for (const one of cases) {
    const marks = inCase(text, one, marking)
    ofCase.set(one.id, marks)
    for (const { annotation, places } of marks)
      for (const place of places) {
        const opinion = one.opinions.find(({ layer }) => layer === layers[place])!
        markOf.set(nameOf(opinion.layer, opinion.annotation), annotation.id)
      }
    letters.push(...lettersOf(marks))
  }
  const marks = [...ofCase.values()].flat()
  const byId = new Map(marks.map(mark => [mark.annotation.id, mark]))
  const annotations = [
    ...marks.map(({ annotation }) => annotation),
    ...untold.map(id => own!.layer.annotations.get(id)!),
  ]
  const shown = new Set(annotations.map(({ id }) => id))
  const links = [
    ...marks.flatMap(mark => (own?.layer.annotations.has(mark.annotation.id) ? [] : linksOf(mark, layers, markOf))),
    ...linksShown(own?.layer.links.values() ?? [], id => shown.has(id)),
  ]
  return {
    layer: new Layer({ annotations, links, ...(own ? { status: own.layer.status } : {}) }),
    ...{ byId, ofCase, letters: letters.sort((a, b) => a.offset - b.offset) },
  }
}

function nameOf(layer: string, annotation: string): string {
  return JSON.stringify([layer, annotation])
}

/** The mark of those who say the same as this one but for the own layer; undefined where nobody is left. */
export function without(
  text: string,
  own: OwnLayer,
  layers: readonly string[],
  { places, ...mark }: Mark,
): Mark | undefined {
  const left = places.filter(place => layers[place] !== own.id)
  const opinion = mark.case.opinions.find(({ layer }) => layer === layers[left[0] ?? -1])
  const id = `${mark.case.id}.${left[0]}`
  return opinion && { ...mark, places: left, annotation: annotationOf(text, id, opinion) }
}

function inCase(text: string, one: Case, { layers, shown = layers, own }: Marking): Mark[] {
  const isSame = one.kinds.includes('same')
  const groups = new Map<string, { opinion: Opinion; places: number[] }>()
  for (const [place, layer] of layers.entries()) {
    const opinion = shown.includes(layer) && one.opinions.find(said => said.layer === layer)
    if (!opinion || (layer === own?.id && !standsStill(own, opinion))) continue
    const says = isSame ? '' : opinion.says
    const group = groups.get(says)
    if (group) group.places.push(place)
    else groups.set(says, { opinion, places: [place] })
  }
  return [...groups.values()].map(({ opinion, places }) => ({
    annotation: ownOf(one, layers, places, own) ?? annotationOf(text, `${one.id}.${places[0]}`, opinion),
    ...{ case: one, places, standing: isSame ? 'same' : places[0]! },
  }))
}

/** Whether what was told of an own annotation is what it says now. */
function standsStill({ layer, edited }: OwnLayer, { annotation }: Opinion): boolean {
  return layer.annotations.has(annotation) && !edited.has(annotation)
}

/** The own annotation among those who say the same. */
function ownOf(one: Case, layers: readonly string[], places: readonly number[], own: OwnLayer | undefined) {
  if (!own || !places.some(place => layers[place] === own.id)) return undefined
  return own.layer.annotations.get(one.opinions.find(({ layer }) => layer === own.id)!.annotation)
}

function annotationOf(text: string, id: string, { tag, spans, attributes, entity, note }: Opinion): Annotation {
  return {
    ...{ id, tag, attributes, origin: { kind: 'manual' }, created: '', modified: '' },
    spans: spans.map(({ start, end }) => ({ start, end, quote: text.slice(start, end), before: '', after: '' })),
    ...(entity === undefined ? {} : { entity }),
    ...(note === undefined ? {} : { note }),
  }
}

/** Links of a mark to marks, entities and the author; one to what isn't shown is left out. */
function linksOf({ annotation, case: one, places }: Mark, layers: readonly string[], markOf: Map<string, string>) {
  const layer = layers[places[0]!]
  const { links } = one.opinions.find(opinion => opinion.layer === layer)!
  return links.flatMap(({ type, attributes, to, cue }, i): Link[] => {
    const end = 'annotation' in to ? markOf.get(nameOf(layer!, to.annotation)) : undefined
    if ('annotation' in to && end === undefined) return []
    return [
      {
        ...{ id: `${annotation.id}.${i}`, type, attributes, from: annotation.id },
        to: 'annotation' in to ? { annotation: end! } : to,
        ...(cue ? { cue: { ...cue, quote: '', before: '', after: '' } } : {}),
      },
    ]
  })
}

/** Whose is what, where marks differ: beside where they begin, or where they end if they begin alike. */
function lettersOf(marks: readonly Mark[]): Lettered[] {
  const differing = marks.filter(({ standing }) => standing !== 'same')
  const begins = differing.map(({ annotation }) => annotation.spans[0]!.start)
  const ends = differing.map(({ annotation }) => annotation.spans.at(-1)!.end)
  const side = areApart(begins) || !areApart(ends) ? 'begins' : 'ends'
  const at = new Map<number, number[]>()
  for (const [i, { places }] of differing.entries()) {
    const offset = (side === 'begins' ? begins : ends)[i]!
    at.set(offset, [...(at.get(offset) ?? []), ...places])
  }
  return [...at].map(([offset, places]) => ({ offset, side, places: places.sort((a, b) => a - b) }))
}

function areApart(offsets: readonly number[]): boolean {
  return new Set(offsets).size === offsets.length
}

/** Of what is sorted by an offset, what lies in a span. */
export function within<T>(sorted: readonly T[], { start, end }: Span, offsetOf: (one: T) => number): readonly T[] {
  const from = firstAt(sorted, start, offsetOf)
  return sorted.slice(from, firstAt(sorted, end + 1, offsetOf))
}

function firstAt<T>(sorted: readonly T[], offset: number, offsetOf: (one: T) => number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsetOf(sorted[middle]!) < offset) low = middle + 1
    else high = middle
  }
  return low
}
