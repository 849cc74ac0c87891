import { fieldNames } from '../../article/metadata.ts'
import {
  type DatasetAnnotation,
  type DatasetArticle,
  type DatasetAttributes,
  type DatasetLayer,
  type DatasetLink,
  wordsOf,
} from '../../dataset/dataset.ts'
import { wordsOfValue } from '../../dataset/fit.ts'
import { makeRuler, type Unit } from '../../text/ruler.ts'
import { zoneStretches } from '../zoneStretches.ts'
import { ANSWER, type BiocAnnotation, type BiocDocument, type BiocPart, type BiocRelation, OWN } from './document.ts'

/** An article as a document: a passage a zone, each annotation in the passage that it begins in. */
export function documentOf(article: DatasetArticle, unit: Unit): BiocDocument {
  const { path, text, metadata, split, layers } = article
  const ruler = makeRuler(text)
  const known = Object.fromEntries(
    fieldNames.flatMap(name => (metadata[name] === undefined ? [] : [[name, metadata[name]]])),
  )
  const annotations = layers.flatMap(layer =>
    layer.annotations.map(one => ({
      start: one.spans[0]!.start,
      made: annotationOf(one, article, layer, ruler, unit),
    })),
  )
  const parts = passagesOf(article).map(
    ({ start, end, zone }, i, all): BiocPart => ({
      offset: ruler.fromUtf16(start, unit),
      text: text.slice(start, end),
      infons: { type: zone ?? 'body' },
      annotations: annotations
        .filter(one => one.start >= start && (one.start < end || i === all.length - 1))
        .map(({ made }) => made),
    }),
  )
  return {
    id: path,
    infons: { ...known, ...(split === undefined ? {} : { [`${OWN}split`]: split }) },
    parts,
    annotations: [],
    relations: layers.flatMap(layer => layer.links.map(link => relationOf(link, layer))),
  }
}

/** All of the text, in order; one that is empty is a passage all the same. */
function passagesOf(article: DatasetArticle) {
  const stretches = zoneStretches(article)
  return stretches.length > 0 ? stretches : [{ start: 0, end: 0, zone: null }]
}

function annotationOf(
  one: DatasetAnnotation,
  { text }: DatasetArticle,
  { annotator }: DatasetLayer,
  ruler: ReturnType<typeof makeRuler>,
  unit: Unit,
): BiocAnnotation {
  return {
    id: `${annotator}/${one.id}`,
    infons: {
      type: one.tag,
      annotator,
      ...answers(one.attributes),
      ...(one.entity === undefined ? {} : { [`${OWN}entity`]: one.entity }),
      ...(one.note === undefined ? {} : { [`${OWN}note`]: one.note }),
      ...(one.cameAs ? { [`${OWN}came-as`]: one.cameAs } : {}),
    },
    locations: one.spans.map(({ start, end }) => {
      const offset = ruler.fromUtf16(start, unit)
      return { offset, length: ruler.fromUtf16(end, unit) - offset }
    }),
    text: wordsOf(text, one.spans),
  }
}

function answers(attributes: DatasetAttributes): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [ANSWER + name, wordsOfValue(value)]))
}

function relationOf(
  { id, type, from, to, attributes, cameAs }: DatasetLink,
  { annotator }: DatasetLayer,
): BiocRelation {
  return {
    id: `${annotator}/${id}`,
    infons: {
      type,
      annotator,
      ...answers(attributes),
      ...('entity' in to ? { [`${OWN}to-entity`]: to.entity } : 'author' in to ? { [`${OWN}to`]: 'author' } : {}),
      ...(cameAs ? { [`${OWN}came-as`]: cameAs } : {}),
    },
    nodes: [
      { refid: `${annotator}/${from}`, role: 'from' },
      ...('annotation' in to ? [{ refid: `${annotator}/${to.annotation}`, role: 'to' }] : []),
    ],
  }
}
