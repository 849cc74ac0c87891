import { makeAnchor } from '../../annotation/anchor.ts'
import type { Span } from '../../annotation/span.ts'
import type {
  DatasetAnnotation,
  DatasetArticle,
  DatasetAttributes,
  DatasetHead,
  DatasetLayer,
  DatasetLink,
  DatasetValue,
} from '../../dataset/dataset.ts'
import { wordsOfValue } from '../../dataset/fit.ts'
import type { WriteChoices } from '../../dataset/format.ts'
import { makeRuler, type Ruler } from '../../text/ruler.ts'
import { nameBasedUuid } from '../nameBasedUuid.ts'

export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
/** What the standard's context leaves out: our own terms, and the name of what has several parts. */
const MORE = { stet: 'urn:stet:', Composite: 'http://www.w3.org/ns/oa#Composite' }

interface Writing {
  readonly article: DatasetArticle
  readonly head: DatasetHead
  readonly ruler: Ruler
  /** An IRI that leads from the file to the article beside it. */
  readonly source: string
}

/** One article as an AnnotationCollection, as JSON text. */
export function writeCollection(article: DatasetArticle, head: DatasetHead, { withText }: WriteChoices): string {
  const writing = { article, head, ruler: makeRuler(article.text), source: iriOfPath(article.path) }
  const items = article.layers.flatMap(layer => [
    ...layer.annotations.map(one => annotation(one, layer, writing)),
    ...layer.links.map(one => link(one, layer, writing)),
  ])
  const { path, text, metadata, zones, split } = article
  const collection = iri('collection', path)
  const value = {
    '@context': [CONTEXT, MORE],
    id: collection,
    type: 'AnnotationCollection',
    label: path,
    total: items.length,
    'stet:article': {
      path,
      ...(split === undefined ? {} : { split }),
      metadata,
      ...(withText ? { text } : {}),
      zones: zones.map(({ zone, ...span }) => ({ zone, ...counted(span, writing) })),
      layers: article.layers.map(({ annotator, status }) => ({ annotator, ...(status ? { status } : {}) })),
    },
    first: { id: iri('page', path), type: 'AnnotationPage', partOf: collection, startIndex: 0, items },
  }
  return `${JSON.stringify(value, null, 2)}\n`
}

function iri(...name: readonly string[]): string {
  return `urn:uuid:${nameBasedUuid(...name)}`
}

/** The last part of a path: the file with the annotations lies beside the article. */
function iriOfPath(path: string): string {
  return encodeURIComponent(path.slice(path.lastIndexOf('/') + 1))
}

function counted({ start, end }: Span, { ruler }: Writing) {
  return { start: ruler.toCodePoint(start), end: ruler.toCodePoint(end) }
}

function annotation(one: DatasetAnnotation, layer: DatasetLayer, writing: Writing) {
  const targets = one.spans.map(span => target(span, writing))
  return {
    ...begun(one.id, 'annotation', layer, writing),
    ...(one.cameAs ? { 'stet:cameAs': one.cameAs } : {}),
    motivation: 'classifying',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: one.tag },
      ...bodies(one.attributes),
      ...(one.entity === undefined ? [] : [entityBody(one.entity, writing)]),
      ...(one.note === undefined
        ? []
        : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: one.note }]),
    ],
    target: targets.length === 1 ? targets[0] : { type: 'Composite', items: targets },
  }
}

function begun(id: string, what: 'annotation' | 'link', layer: DatasetLayer, { article, head }: Writing) {
  const name = head.annotators.find(one => one.id === layer.annotator)?.name
  return {
    id: iri(what, article.path, layer.annotator, id),
    type: 'Annotation',
    'stet:id': id,
    creator: {
      id: iri('annotator', layer.annotator),
      type: 'Person',
      nickname: layer.annotator,
      ...(name === undefined ? {} : { name }),
    },
  }
}

function target(span: Span, writing: Writing) {
  const { quote, before, after } = makeAnchor(writing.article.text, span)
  return {
    type: 'SpecificResource',
    source: writing.source,
    selector: [
      { type: 'TextQuoteSelector', exact: quote, prefix: before, suffix: after },
      { type: 'TextPositionSelector', ...counted(span, writing) },
    ],
  }
}

/** A body an answer; one that isn't a word stands as it is beside its words. */
function bodies(attributes: DatasetAttributes) {
  return Object.entries(attributes).map(([name, value]: [string, DatasetValue]) => ({
    type: 'TextualBody',
    purpose: 'describing',
    'stet:attribute': name,
    value: wordsOfValue(value),
    ...(typeof value === 'string' ? {} : { 'stet:value': value }),
  }))
}

function entityBody(id: string, { head }: Writing) {
  const entity = head.entities.find(one => one.id === id)
  return {
    type: 'SpecificResource',
    purpose: 'identifying',
    source: {
      id: entityIri(id, head),
      ...(entity ? { 'stet:name': entity.name, 'stet:kind': entity.kind } : {}),
    },
    'stet:entity': id,
  }
}

/** Of an entity that the world knows by an address, that address. */
function entityIri(id: string, head: DatasetHead): string {
  const known = head.entities.find(one => one.id === id)?.externalIds['wikidata']
  return known && /^Q\d+$/.test(known) ? `http://www.wikidata.org/entity/${known}` : iri('entity', id)
}

function link({ id, type, from, to, attributes, cue, cameAs }: DatasetLink, layer: DatasetLayer, writing: Writing) {
  const { path } = writing.article
  const end =
    'annotation' in to
      ? { id: iri('annotation', path, layer.annotator, to.annotation) }
      : 'entity' in to
        ? { id: entityIri(to.entity, writing.head), 'stet:entity': to.entity }
        : { id: writing.source, 'stet:author': true }
  const first = { id: iri('annotation', path, layer.annotator, from) }
  return {
    ...begun(id, 'link', layer, writing),
    ...(cameAs ? { 'stet:cameAs': cameAs } : {}),
    motivation: 'linking',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: type },
      ...bodies(attributes),
      ...(cue ? [{ ...target(cue, writing), purpose: 'highlighting' }] : []),
    ],
    target: [first, end],
    // Targets have no order where annotations are read as RDF.
    'stet:from': first,
  }
}
