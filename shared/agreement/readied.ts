import type { DatasetAnnotation, DatasetAttributes, DatasetLayer, DatasetLink } from '../dataset/dataset.ts'
import type { Place, Places } from './place.ts'

/** What an annotation says, read once: no place of it depends on a tolerance. */
export interface Spoken {
  readonly annotation: DatasetAnnotation
  /** The links from it. */
  readonly links: readonly DatasetLink[]
  /** What it is linked to, told by what that says and not by any id: linked alike is told alike. */
  readonly saysOfLinks: string
  /** Names it in its layer and sorts by place, then by what is said, and by its id only where that is the same. */
  readonly key: string
  /** Its key without its id. */
  readonly said: string
  /** The questions that it answers, sorted. */
  readonly questions: readonly string[]
  /** Where it stands among its layer's annotations, by key. */
  readonly at: number
}

/** An annotation made ready to be compared with those of other layers. */
export interface Readied extends Spoken {
  readonly place: Place
}

export interface ReadiedLayer {
  readonly annotator: string
  /** Sorted by key. */
  readonly annotations: readonly Readied[]
}

/** A layer whose annotations are read, before they are put in their places. Sorted by key. */
export interface SpokenLayer {
  readonly annotator: string
  readonly annotations: readonly Spoken[]
}

/** Reads a layer. */
export function spoken(layer: DatasetLayer): SpokenLayer {
  const links = new Map<string, DatasetLink[]>()
  for (const link of layer.links) {
    const known = links.get(link.from)
    if (known) known.push(link)
    else links.set(link.from, [link])
  }
  const bare = new Map(layer.annotations.map(one => [one.id, sayingOf(one)]))
  const annotations = layer.annotations.map(annotation => {
    const own = links.get(annotation.id) ?? none
    const saysOfLinks = saysOf(own, bare)
    const said = `${bare.get(annotation.id)}\u0000${saysOfLinks}\u0000`
    const questions = Object.keys(annotation.attributes).sort()
    return { annotation, links: own, saysOfLinks, key: said + annotation.id, said, questions, at: 0 }
  })
  annotations.sort((one, other) => (one.key < other.key ? -1 : 1))
  for (const [at, one] of annotations.entries()) one.at = at
  return { annotator: layer.annotator, annotations }
}

/** A layer made ready, of which nothing is read anew. */
export function placed({ annotator, annotations }: SpokenLayer, places: Places): ReadiedLayer {
  return {
    annotator,
    annotations: annotations.map(({ annotation, links, saysOfLinks, key, said, questions, at }) => ({
      ...{ annotation, links, saysOfLinks, key, said, questions, at },
      place: places.of(annotation.spans),
    })),
  }
}

/** A layer made ready. */
export function readied(layer: DatasetLayer, places: Places): ReadiedLayer {
  return placed(spoken(layer), places)
}

const none: readonly DatasetLink[] = []

/** Whether two answers are the same. Of several, the order says nothing. */
export function isSameAnswer(one: DatasetAttributes[string] | undefined, other: typeof one): boolean {
  if (one === other) return true
  if (typeof one === 'string' || typeof other === 'string') return false
  return answerText(one) === answerText(other)
}

function sayingOf(annotation: DatasetAnnotation): string {
  const { tag, spans, attributes, entity, note } = annotation
  const start = spans[0]!.start
  const end = spans.at(-1)!.end
  const parts = spans.length === 1 ? '' : spans.map(one => `${one.start}-${one.end}`).join(' ')
  return `${padded(start)} ${padded(end)} ${JSON.stringify([tag, parts, answersText(attributes), entity, note])}`
}

function saysOf(links: readonly DatasetLink[], bare: ReadonlyMap<string, string>): string {
  if (links.length === 0) return ''
  if (links.length === 1) return sayingOfLink(links[0]!, bare)
  return links
    .map(link => sayingOfLink(link, bare))
    .sort()
    .join('\n')
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
