import { asStretches, type Span } from '../annotation/span.ts'
import {
  byPlace,
  type DatasetAnnotation,
  type DatasetArticle,
  type DatasetAttributes,
  type DatasetLayer,
  type DatasetLink,
  type DatasetValue,
  noAnswers,
} from './dataset.ts'
import { withWhatIsThere } from './discussed.ts'
import { discusses, type Feature, notForXml } from './features.ts'
import type { Fitting, Says } from './format.ts'
import { tokensOf } from './tokens.ts'

/** What a format can't say of one annotation, link or article, and what is done about it. */
export interface LeftOut {
  readonly path: string
  /** null for what is the article's own. */
  readonly annotator: string | null
  /** `remark`: a comment or a verdict. */
  readonly kind: 'annotation' | 'link' | 'remark' | 'article'
  /** '' for the article. */
  readonly id: string
  readonly feature: Feature
  /** `dropped`: it isn't there at all. `changed`: it is there otherwise. `without`: it is there without this. */
  readonly done: 'dropped' | 'changed' | 'without'
}

/** What was chosen, or is usual, for each feature that a format says in part. */
export type Chosen = Readonly<Partial<Record<Feature, Fitting>>>

/**
 * An article made such that a format can say all of it, and what that takes
 * from it. Writers get nothing else, so that what they write and what was left
 * out together are the whole.
 */
export function fitTo(
  article: DatasetArticle,
  says: Says,
  chosen: Chosen = {},
): { article: DatasetArticle; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = []
  const { path } = article
  const fittedLayers = article.layers.map(layer => {
    const note = (kind: LeftOut['kind'], id: string, feature: Feature, done: LeftOut['done']) =>
      void leftOut.push({ path, annotator: layer.annotator, kind, id, feature, done })
    return fitLayer(layer, article.text, { says, chosen, note })
  })
  const { layers: there, gone } = withWhatIsThere(fittedLayers)
  for (const { annotator, id } of gone)
    leftOut.push({ path, annotator, kind: 'remark', id, feature: 'discussion', done: 'dropped' })
  // Whoever only talked hasn't found nothing: where a format doesn't say what they said, or that is of what isn't there, they have no part in it.
  const layers = there.filter(layer => !layer.onlyDiscusses || (says.discussion !== 'lost' && discusses(layer)))
  const ofArticle = (feature: Feature, has: boolean) => {
    if (says[feature] === 'whole' || !has) return false
    const isLost = says[feature] === 'lost'
    leftOut.push({ path, annotator: null, kind: 'article', id: '', feature, done: isLost ? 'without' : 'changed' })
    return isLost
  }
  const noMetadata = ofArticle('metadata', Object.keys(article.metadata).length > 0)
  const noZones = ofArticle('zones', article.zones.length > 0)
  ofArticle('text', article.text !== '')
  const fitted = { ...article, ...(noMetadata ? { metadata: {} } : {}), ...(noZones ? { zones: [] } : {}), layers }
  return { article: says['control-characters'] === 'lost' ? forXml(fitted, leftOut) : fitted, leftOut }
}

/** An article without the characters that XML can't hold: each unit of one is U+FFFD in its place, so that offsets stay. */
function forXml(article: DatasetArticle, leftOut: LeftOut[]): DatasetArticle {
  const { path } = article
  const clean = <T>(value: T, annotator: string | null, kind: LeftOut['kind'], id: string): T => {
    const json = JSON.stringify(value, (_key, inner) => (typeof inner === 'string' ? standIns(inner) : inner))
    if (json === JSON.stringify(value)) return value
    leftOut.push({ path, annotator, kind, id, feature: 'control-characters', done: 'changed' })
    return JSON.parse(json)
  }
  const { text, metadata } = clean({ text: article.text, metadata: article.metadata }, null, 'article', '')
  return {
    ...article,
    text,
    metadata,
    layers: article.layers.map(layer => ({
      ...layer,
      annotations: layer.annotations.map(one => clean(one, layer.annotator, 'annotation', one.id)),
      links: layer.links.map(one => clean(one, layer.annotator, 'link', one.id)),
    })),
  }
}

const everyNotForXml = new RegExp(notForXml, 'gu')

function standIns(words: string): string {
  return words.replace(everyNotForXml, '\ufffd')
}

interface Fit {
  readonly says: Says
  readonly chosen: Chosen
  readonly note: (kind: LeftOut['kind'], id: string, feature: Feature, done: LeftOut['done']) => void
}

function fitLayer(layer: DatasetLayer, text: string, fit: Fit): DatasetLayer {
  const { says, note } = fit
  // A codebook alone, for instance, has none.
  if (says.annotations === 'lost')
    for (const { id } of layer.annotations) note('annotation', id, 'annotations', 'dropped')
  let annotations = says.annotations === 'lost' ? [] : [...layer.annotations]
  annotations = joined(annotations, fit)
  annotations = whole(annotations, text, fit)
  annotations = apart(annotations, fit)
  annotations = annotations.map(one => said(one, fit))
  const there = new Set(annotations.map(({ id }) => id))
  const links = layer.links.flatMap(link => saidLink(link, there, fit))
  const { status, comments = [], verdicts = [], unknownRemarks = 0, ...rest } = layer
  const noDiscussion = says.discussion === 'lost'
  if (unknownRemarks > 0 || (noDiscussion && discusses(layer))) note('article', '', 'discussion', 'without')
  if (status !== undefined && says.status === 'lost') note('article', '', 'status', 'without')
  return {
    ...rest,
    ...(status === undefined || says.status === 'lost' ? {} : { status }),
    annotations: annotations.sort(byPlace),
    links,
    ...(comments.length > 0 && !noDiscussion ? { comments } : {}),
    ...(verdicts.length > 0 && !noDiscussion ? { verdicts } : {}),
  }
}

/** What is done about a feature; null where nothing must be. */
export function fittingOf(feature: Feature, says: Says, chosen: Chosen): Fitting | null {
  const saying = says[feature]
  if (saying === 'whole') return null
  if (saying === 'lost') return 'drop'
  const wanted = chosen[feature]
  return wanted && saying.includes(wanted) ? wanted : saying[0]!
}

/** Discontinuous ones. */
function joined(annotations: readonly DatasetAnnotation[], fit: Fit): DatasetAnnotation[] {
  const how = fittingOf('discontinuous', fit.says, fit.chosen)
  if (how === null) return [...annotations]
  return annotations.flatMap(one => {
    if (one.spans.length === 1) return [one]
    fit.note('annotation', one.id, 'discontinuous', how === 'drop' ? 'dropped' : 'changed')
    if (how === 'hull') return [{ ...one, spans: [{ start: one.spans[0]!.start, end: one.spans.at(-1)!.end }] }]
    if (how === 'first-part') return [{ ...one, spans: [one.spans[0]!] }]
    if (how === 'parts')
      return one.spans.map((span, i) => ({ ...one, id: i === 0 ? one.id : `${one.id}.${i + 1}`, spans: [span] }))
    return []
  })
}

/** Those that begin or end inside a word or with white space, or reach beyond their sentence. */
function whole(annotations: readonly DatasetAnnotation[], text: string, fit: Fit): DatasetAnnotation[] {
  const [words, sentences] = [
    fittingOf('cut-words', fit.says, fit.chosen),
    fittingOf('across-sentences', fit.says, fit.chosen),
  ]
  const space = fittingOf('space-at-ends', fit.says, fit.chosen)
  if (words === null && sentences === null && space === null) return [...annotations]
  const { cutsWord, sentenceAt } = tokensOf(text)
  return annotations.flatMap(one => {
    let { spans } = one
    if (words !== null && spans.some(({ start, end }) => cutsWord(start) || cutsWord(end))) {
      fit.note('annotation', one.id, 'cut-words', words === 'grow' ? 'changed' : 'dropped')
      if (words !== 'grow') return []
      spans = asStretches(spans.map(span => grown(span, cutsWord)))
    }
    if (space !== null && spans.some(span => hasSpaceAtEnds(text, span))) {
      const left =
        space === 'trim' ? spans.map(span => trimmed(text, span)).filter(({ start, end }) => start < end) : []
      fit.note('annotation', one.id, 'space-at-ends', left.length > 0 ? 'changed' : 'dropped')
      if (left.length === 0) return []
      spans = left
    }
    const [start, end] = [spans[0]!.start, spans.at(-1)!.end]
    if (sentences !== null && sentenceAt(start) !== sentenceAt(Math.max(start, end - 1))) {
      fit.note('annotation', one.id, 'across-sentences', 'dropped')
      return []
    }
    return [spans === one.spans ? one : { ...one, spans }]
  })
}

function grown({ start, end }: Span, cuts: (offset: number) => boolean): Span {
  let [from, to] = [start, end]
  while (cuts(from)) from--
  while (cuts(to)) to++
  return { start: from, end: to }
}

/** Whether a span begins or ends with white space, or is of no character at all. */
function hasSpaceAtEnds(text: string, { start, end }: Span): boolean {
  return start >= end || /\s/.test(text[start]!) || /\s/.test(text[end - 1]!)
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  return { start: from, end: to }
}

/** Those that share a character with another, or only those that cross it. */
function apart(annotations: readonly DatasetAnnotation[], fit: Fit): DatasetAnnotation[] {
  const feature = fittingOf('overlap', fit.says, fit.chosen) !== null ? 'overlap' : 'crossing'
  const how = fittingOf(feature, fit.says, fit.chosen)
  if (how === null) return [...annotations]
  const length = ({ spans }: DatasetAnnotation) => spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const inTurn = [...annotations].sort((one, other) => {
    if (how === 'keep-longest') return length(other) - length(one) || byPlace(one, other)
    if (how === 'keep-shortest') return length(one) - length(other) || byPlace(one, other)
    return byPlace(one, other)
  })
  const meets = feature === 'overlap' ? overlaps : crosses
  const kept = new Kept(meets)
  const met = how === 'drop' ? meeting(annotations, meets) : null
  const there = new Set<DatasetAnnotation>()
  for (const one of inTurn) {
    if (met ? !met.has(one) : kept.takes(one.spans)) there.add(one)
    else fit.note('annotation', one.id, feature, 'dropped')
  }
  return annotations.filter(one => there.has(one))
}

type Meets = (one: Span, other: Span) => boolean
const overlaps: Meets = (one, other) => one.start < other.end && other.start < one.end
const crosses: Meets = (one, other) =>
  overlaps(one, other) &&
  ((one.start < other.start && one.end < other.end) || (other.start < one.start && other.end < one.end))

/** Annotations that meet another one; near linear where few do. */
function meeting(annotations: readonly DatasetAnnotation[], meets: Meets): ReadonlySet<DatasetAnnotation> {
  const spans = annotations.flatMap(one => one.spans.map(({ start, end }) => ({ one, start, end })))
  const met = new Set<DatasetAnnotation>()
  let open: typeof spans = []
  for (const span of spans.sort((one, other) => one.start - other.start)) {
    open = open.filter(({ end }) => end > span.start)
    for (const before of open)
      if (before.one !== span.one && meets(before, span)) {
        met.add(before.one)
        met.add(span.one)
      }
    open.push(span)
  }
  return met
}

/** Characters of a cell: what is looked through for one span. */
const CELL = 256

/** Spans that were kept, found again by where they stand. */
class Kept {
  readonly #meets: Meets
  readonly #cells = new Map<number, Span[]>()

  constructor(meets: Meets) {
    this.#meets = meets
  }

  /** Keeps spans unless one of them meets one that is kept. */
  takes(spans: readonly Span[]): boolean {
    for (const span of spans)
      for (const cell of cellsOf(span)) if (this.#cells.get(cell)?.some(kept => this.#meets(span, kept))) return false
    for (const span of spans)
      for (const cell of cellsOf(span)) this.#cells.set(cell, [...(this.#cells.get(cell) ?? []), span])
    return true
  }
}

function* cellsOf({ start, end }: Span): Generator<number> {
  for (let cell = Math.floor(start / CELL); cell * CELL < Math.max(end, start + 1); cell++) yield cell
}

/** What is said of one annotation beside its place and tag. */
function said(one: DatasetAnnotation, fit: Fit): DatasetAnnotation {
  const { attributes, entity, note, cameAs, ...kept } = one
  const drops = (feature: Feature, has: boolean) => {
    const isLost = has && fit.says[feature] === 'lost'
    if (isLost) fit.note('annotation', one.id, feature, 'without')
    return isLost
  }
  const hasAttributes = Object.keys(attributes).length > 0
  const otherwise =
    hasAttributes && typeof fit.says.attributes !== 'string' ? fittingOf('attributes', fit.says, fit.chosen) : null
  if (otherwise) fit.note('annotation', one.id, 'attributes', otherwise === 'drop' ? 'without' : 'changed')
  const noAttributes = drops('attributes', hasAttributes) || otherwise === 'drop'
  return {
    ...kept,
    attributes: noAttributes ? {} : saidAttributes(attributes, 'annotation', one.id, fit),
    ...(entity === undefined || drops('entities', true) ? {} : { entity }),
    ...(note === undefined || note === '' || drops('notes', true) ? {} : { note }),
    ...(cameAs === undefined || drops('frames', true) ? {} : { cameAs }),
  }
}

function saidLink(link: DatasetLink, there: ReadonlySet<string>, fit: Fit): DatasetLink[] {
  const { says, note } = fit
  const { attributes, cue, cameAs, ...kept } = link
  const isEntity = 'entity' in link.to
  const isAuthor = 'author' in link.to
  const lost: Feature | null =
    says.links === 'lost'
      ? 'links'
      : isEntity && says['links-to-entities'] === 'lost'
        ? 'links-to-entities'
        : isAuthor && says['links-to-author'] === 'lost'
          ? 'links-to-author'
          : null
  const hasEnds = there.has(link.from) && (!('annotation' in link.to) || there.has(link.to.annotation))
  if (lost || !hasEnds) {
    note('link', link.id, lost ?? 'links', 'dropped')
    return []
  }
  const hasAttributes = Object.keys(attributes).length > 0
  const noAttributes = hasAttributes && says['link-attributes'] === 'lost'
  if (hasAttributes && says['link-attributes'] !== 'whole')
    note('link', link.id, 'link-attributes', noAttributes ? 'without' : 'changed')
  const noCue = cue !== undefined && says.cues === 'lost'
  if (noCue) note('link', link.id, 'cues', 'without')
  const noRole = cameAs !== undefined && says.frames === 'lost'
  if (noRole) note('link', link.id, 'frames', 'without')
  return [
    {
      ...kept,
      attributes: noAttributes ? {} : saidAttributes(attributes, 'link', link.id, fit),
      ...(cue === undefined || noCue ? {} : { cue }),
      ...(cameAs === undefined || noRole ? {} : { cameAs }),
    },
  ]
}

function saidAttributes(
  attributes: DatasetAttributes,
  kind: 'annotation' | 'link',
  id: string,
  fit: Fit,
): DatasetAttributes {
  const [several, typed] = [
    fittingOf('several-answers', fit.says, fit.chosen),
    fittingOf('typed-values', fit.says, fit.chosen),
  ]
  if (several === null && typed === null) return attributes
  const noted = new Set<Feature>()
  const changed = (feature: Feature, done: LeftOut['done']) => {
    if (!noted.has(feature)) fit.note(kind, id, feature, done)
    noted.add(feature)
  }
  const out = noAnswers()
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') out[name] = value
    else if (Array.isArray(value)) {
      if (several !== null) changed('several-answers', several === 'drop' ? 'without' : 'changed')
      if (several === null) out[name] = value
      else if (several === 'words') out[name] = value.join('; ')
    } else {
      if (typed !== null) changed('typed-values', typed === 'drop' ? 'without' : 'changed')
      if (typed === null) out[name] = value
      else if (typed === 'words') out[name] = wordsOfValue(value)
    }
  }
  return out
}

/** A value as words: `yes` and `no` are `true` and `false`. */
export function wordsOfValue(value: DatasetValue): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object') return 'json' in value ? value.json : value.join('; ')
  return String(value)
}
