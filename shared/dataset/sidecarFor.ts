import { makeAnchor } from '../annotation/anchor.ts'
import type { Annotation, Link } from '../annotation/annotation.ts'
import { Layer } from '../annotation/layer.ts'
import type { CodebookMark } from '../sidecar/head.ts'
import { type ArticleOnDisk, writeSidecar } from '../sidecar/writeSidecar.ts'
import { makeRuler } from '../text/ruler.ts'
import { annotates } from './annotates.ts'
import type { DatasetAnnotation, DatasetLayer, DatasetLink } from './dataset.ts'

/** How a layer comes into a workspace. */
export interface Coming {
  readonly annotator: { readonly id: string; readonly name: string }
  readonly codebook: CodebookMark
  /** ISO 8601, in UTC. */
  readonly at: string
  /** The id of the format that it comes from. */
  readonly from: string
}

/** A layer that was read, as the text of a sidecar of its article. Nobody's key is in it: it is whoever's it says. */
export function sidecarFor(layer: DatasetLayer, article: ArticleOnDisk, coming: Coming): string {
  const { annotator, codebook, at } = coming
  const { text } = article
  const written = new Layer({
    annotations: layer.annotations.map(one => annotationFor(one, text, coming)),
    links: layer.links.map(one => linkFor(one, text)),
    comments: layer.comments ?? [],
    verdicts: layer.verdicts ?? [],
    status: layer.status ?? (annotates(layer) ? 'done' : 'in-progress'),
  })
  const head = { revision: 1, created: at, modified: at, annotator, codebook }
  return writeSidecar({ ...head, zoneRests: new Map() }, written, article, makeRuler(text))
}

function annotationFor(one: DatasetAnnotation, text: string, { at, from }: Coming): Annotation {
  const { id, tag, spans, attributes, entity, note, cameAs } = one
  return {
    ...{ id, tag, attributes, created: at, modified: at },
    spans: spans.map(span => makeAnchor(text, span)),
    ...(entity === undefined ? {} : { entity }),
    ...(note === undefined ? {} : { note }),
    origin: { kind: 'imported', rest: JSON.stringify({ from, ...(cameAs ? { cameAs } : {}) }) },
  }
}

function linkFor({ id, type, from, to, attributes, cue, cameAs }: DatasetLink, text: string): Link {
  return {
    ...{ id, type, from, to, attributes },
    ...(cue ? { cue: makeAnchor(text, cue) } : {}),
    ...(cameAs ? { rest: JSON.stringify({ cameAs }) } : {}),
  }
}
