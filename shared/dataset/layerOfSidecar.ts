import type { Annotation, Link } from '../annotation/annotation.ts'
import { isObject } from '../json/json.ts'
import type { PlacedLayer } from '../sidecar/placeLayer.ts'
import { byPlace, type DatasetAnnotation, type DatasetLayer, type DatasetLink } from './dataset.ts'

/** A layer that stands in its article as a dataset has it. What has no place in the text isn't in it. */
export function layerOfSidecar(annotator: string, { annotations, links, status }: PlacedLayer): DatasetLayer {
  const there = new Set(annotations.map(({ id }) => id))
  const isThere = ({ from, to }: Link) => there.has(from) && (!('annotation' in to) || there.has(to.annotation))
  return {
    ...{ annotator, status },
    annotations: annotations.map(annotationOf).sort(byPlace),
    links: links.filter(isThere).map(linkOf),
  }
}

function annotationOf({ id, tag, spans, attributes, entity, note, origin }: Annotation): DatasetAnnotation {
  return {
    ...{ id, tag, attributes },
    spans: spans.map(({ start, end }) => ({ start, end })),
    ...(entity === undefined ? {} : { entity }),
    ...(note === undefined || note === '' ? {} : { note }),
    ...(cameAs(origin.rest) === 'frame' ? { cameAs: 'frame' } : {}),
  }
}

function linkOf({ id, type, from, to, attributes, cue, rest }: Link): DatasetLink {
  const end =
    'annotation' in to
      ? { annotation: to.annotation }
      : 'entity' in to
        ? { entity: to.entity }
        : ({ author: true } as const)
  return {
    ...{ id, type, from, to: end, attributes },
    ...(cue ? { cue: { start: cue.start, end: cue.end } } : {}),
    ...(cameAs(rest) === 'role' ? { cameAs: 'role' } : {}),
  }
}

/** What an import noted of how it came. */
function cameAs(rest: string | undefined): unknown {
  if (rest === undefined) return undefined
  const said: unknown = JSON.parse(rest)
  return isObject(said as never) ? (said as Record<string, unknown>)['cameAs'] : undefined
}
