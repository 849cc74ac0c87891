import type { DatasetAnnotation, DatasetAttributes, DatasetLayer, DatasetLink } from '../dataset/dataset.ts'
import type { Place, Places } from './place.ts'

/** An annotation made ready to be compared with those of other layers. */
export interface Readied {
  readonly annotation: DatasetAnnotation
  readonly place: Place
  /** The links from it. */
  readonly links: readonly DatasetLink[]
  /** What it is linked to, told by what that says and not by any id: linked alike is told alike. */
  readonly saysOfLinks: string
  /** Names it in its layer and sorts by place, then by what is said, and by its id only where that is the same. */
  readonly key: string
}

export interface ReadiedLayer {
  readonly annotator: string
  /** Sorted by key. */
  readonly annotations: readonly Readied[]
  readonly byId: ReadonlyMap<string, Readied>
}

/** A layer made ready. */
export function readied(layer: DatasetLayer, places: Places): ReadiedLayer {
  const links = new Map<string, DatasetLink[]>()
  for (const link of layer.links) {
    const known = links.get(link.from)
    if (known) known.push(link)
    else links.set(link.from, [link])
  }
  const bare = new Map(layer.annotations.map(one => [one.id, sayingOf(one)]))
  const annotations = layer.annotations
    .map((annotation): Readied => {
      const own = links.get(annotation.id) ?? []
      const saysOfLinks = own
        .map(link => sayingOfLink(link, bare))
        .sort()
        .join('\n')
      return {
        ...{ annotation, links: own, saysOfLinks },
        place: places.of(annotation.spans),
        key: [bare.get(annotation.id), saysOfLinks, annotation.id].join('\u0000'),
      }
    })
    .sort((one, other) => (one.key < other.key ? -1 : 1))
  return {
    annotator: layer.annotator,
    annotations,
    byId: new Map(annotations.map(one => [one.annotation.id, one])),
  }
}

/** Whether two answers are the same. Of several, the order says nothing. */
export function isSameAnswer(one: DatasetAttributes[string] | undefined, other: typeof one): boolean {
  return one === other || answerText(one) === answerText(other)
}

function sayingOf(annotation: DatasetAnnotation): string {
  const { tag, spans, attributes, entity, note } = annotation
  const start = spans[0]!.start
  const end = spans.at(-1)!.end
  const parts = spans.length === 1 ? '' : spans.map(one => `${one.start}-${one.end}`).join(' ')
  return `${padded(start)} ${padded(end)} ${JSON.stringify([tag, parts, answersText(attributes), entity, note])}`
}

function sayingOfLink({ type, to, attributes }: DatasetLink, bare: ReadonlyMap<string, string>): string {
  const end = 'annotation' in to ? (bare.get(to.annotation) ?? 'elsewhere') : JSON.stringify(to)
  return JSON.stringify([type, end, answersText(attributes)])
}

function answersText(attributes: DatasetAttributes): string {
  const keys = Object.keys(attributes).sort()
  return keys.length === 0 ? '' : JSON.stringify(keys.map(key => [key, answerText(attributes[key])]))
}

function answerText(value: DatasetAttributes[string] | undefined): string {
  if (value === undefined) return ''
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : value)
}

function padded(offset: number): string {
  return String(offset).padStart(9, '0')
}
