import type { DatasetArticle, DatasetAttributes, DatasetLayer, DatasetLink } from './dataset.ts'
import { tokensOf } from './tokens.ts'

/** What an annotated article may have that not every format can say. */
export const features = [
  'annotations',
  'text',
  'metadata',
  'zones',
  'status',
  'overlap',
  'crossing',
  'discontinuous',
  'cut-words',
  'space-at-ends',
  'across-sentences',
  'attributes',
  'several-answers',
  'typed-values',
  'entities',
  'notes',
  'links',
  'links-to-entities',
  'links-to-author',
  'link-attributes',
  'cues',
  'frames',
  'discussion',
  'control-characters',
] as const
export type Feature = (typeof features)[number]

/**
 * What has a feature in one layer: ids of annotations and of links. `text`,
 * `metadata`, `zones`, `status` and `discussion` are the article's or the layer's own, and
 * have neither.
 */
export interface Uses {
  readonly annotations: readonly string[]
  readonly links: readonly string[]
}

/** Characters that XML 1.0 can't hold, not even as references: most control characters, halves of pairs, two that are no characters. */
export const notForXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/** Whether an article says anything of the kinds that aren't a layer's annotations or links. */
export function articleHas(feature: Feature, { text, metadata, zones, layers }: DatasetArticle): boolean {
  if (feature === 'text') return text !== ''
  if (feature === 'metadata') return Object.keys(metadata).length > 0
  if (feature === 'zones') return zones.length > 0
  if (feature === 'control-characters') return [text, ...Object.values(metadata)].some(words => notForXml.test(words))
  if (feature === 'discussion') return layers.some(discusses)
  if (feature === 'status') return layers.some(({ status }) => status !== undefined)
  return false
}

/** Whether comments or verdicts stand in a layer. */
export function discusses({ comments = [], verdicts = [], unknownRemarks = 0 }: DatasetLayer): boolean {
  return comments.length + verdicts.length + unknownRemarks > 0
}

/** What in a layer has a feature. `text` is the article's. */
export function usesIn(feature: Feature, layer: DatasetLayer, text: string): Uses {
  return { annotations: annotationsWith(feature, layer, text), links: linksWith(feature, layer) }
}

function annotationsWith(feature: Feature, { annotations, links }: DatasetLayer, text: string): string[] {
  const idsOf = (has: (one: DatasetLayer['annotations'][number]) => boolean) =>
    annotations.filter(has).map(({ id }) => id)
  switch (feature) {
    case 'annotations':
      return idsOf(() => true)
    case 'overlap':
      return meeting({ annotations, links, annotator: '' }, () => true)
    case 'crossing':
      return meeting(
        { annotations, links, annotator: '' },
        (one, other) => one.start < other.start && one.end < other.end,
      )
    case 'discontinuous':
      return idsOf(({ spans }) => spans.length > 1)
    case 'cut-words': {
      const { cutsWord } = tokensOf(text)
      return idsOf(({ spans }) => spans.some(({ start, end }) => cutsWord(start) || cutsWord(end)))
    }
    case 'space-at-ends':
      return idsOf(({ spans }) =>
        spans.some(({ start, end }) => start === end || /^\s|\s$/.test(text.slice(start, end))),
      )
    case 'across-sentences': {
      const { sentenceAt } = tokensOf(text)
      return idsOf(
        ({ spans }) => sentenceAt(spans[0]!.start) !== sentenceAt(Math.max(spans[0]!.start, spans.at(-1)!.end - 1)),
      )
    }
    case 'attributes':
      return idsOf(({ attributes }) => Object.keys(attributes).length > 0)
    case 'several-answers':
      return idsOf(({ attributes }) => hasValue(attributes, Array.isArray))
    case 'typed-values':
      return idsOf(({ attributes }) => hasValue(attributes, isTyped))
    case 'entities':
      return idsOf(({ entity }) => entity !== undefined)
    case 'notes':
      return idsOf(({ note }) => note !== undefined && note !== '')
    case 'frames':
      return idsOf(({ cameAs }) => cameAs === 'frame')
    case 'control-characters':
      return idsOf(({ attributes, note }) => notForXml.test(note ?? '') || hasValue(attributes, isNotForXml))
    default:
      return []
  }
}

function linksWith(feature: Feature, { links }: DatasetLayer): string[] {
  const idsOf = (has: (one: DatasetLink) => boolean) => links.filter(has).map(({ id }) => id)
  switch (feature) {
    case 'links':
      return idsOf(() => true)
    case 'links-to-entities':
      return idsOf(({ to }) => 'entity' in to)
    case 'links-to-author':
      return idsOf(({ to }) => 'author' in to)
    case 'link-attributes':
      return idsOf(({ attributes }) => Object.keys(attributes).length > 0)
    case 'cues':
      return idsOf(({ cue }) => cue !== undefined)
    case 'control-characters':
      return idsOf(({ attributes }) => hasValue(attributes, isNotForXml))
    case 'frames':
      return idsOf(({ cameAs }) => cameAs === 'role')
    default:
      return []
  }
}

/** Annotations that share a character with another one, in their order; near linear where few do. */
function meeting(
  { annotations }: DatasetLayer,
  counts: (one: { start: number; end: number }, other: { start: number; end: number }) => boolean,
): string[] {
  const spans = annotations
    .flatMap(({ id, spans }) => spans.map(({ start, end }) => ({ id, start, end })))
    .sort((one, other) => one.start - other.start || other.end - one.end)
  const met = new Set<string>()
  let open: typeof spans = []
  for (const span of spans) {
    open = open.filter(({ end }) => end > span.start)
    for (const before of open)
      if (before.id !== span.id && counts(before, span)) {
        met.add(before.id)
        met.add(span.id)
      }
    open.push(span)
  }
  return annotations.map(({ id }) => id).filter(id => met.has(id))
}

function hasValue(attributes: DatasetAttributes, is: (value: unknown) => boolean): boolean {
  return Object.values(attributes).some(is)
}

function isNotForXml(value: unknown): boolean {
  return Array.isArray(value) ? value.some(isNotForXml) : typeof value === 'string' && notForXml.test(value)
}

function isTyped(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'object' && !Array.isArray(value))
}
