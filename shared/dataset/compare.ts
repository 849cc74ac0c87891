import { byPlace, type DatasetArticle, type DatasetAttributes, type DatasetLayer } from './dataset.ts'
import { discusses } from './features.ts'
import type { Says } from './format.ts'

/**
 * What of an article a format promises to say, as one text: two articles that
 * say the same have the same. Ids are left out where a format has its own
 * (`hasIds` false): annotations are then told by their order.
 *
 * The article must have been fitted to what the format says.
 */
export function saying(article: DatasetArticle, says: Says, hasIds: boolean): string {
  const { path, text, metadata, zones, split, layers } = article
  return JSON.stringify({
    path,
    ...(says.text === 'whole' ? { text } : {}),
    ...(says.metadata === 'whole' ? { metadata: inOrder(metadata) } : {}),
    ...(says.zones === 'whole' ? { zones: zones.map(({ start, end, zone }) => [start, end, zone]) } : {}),
    ...(split === undefined ? {} : { split }),
    layers: [...layers]
      .filter(
        layer => layer.annotations.length + layer.links.length > 0 || layer.status !== undefined || discusses(layer),
      )
      .sort((one, other) => (one.annotator < other.annotator ? -1 : 1))
      .map(layer => ({
        ...sayingOfLayer(layer, hasIds),
        ...(says.discussion === 'whole' ? { discussed: sayingOfDiscussed(layer) } : {}),
      })),
  })
}

function sayingOfLayer({ annotator, status, annotations, links }: DatasetLayer, hasIds: boolean) {
  const bare = (id: string) => (hasIds ? id : '')
  const told = annotations.map(one => ({
    id: one.id,
    said: JSON.stringify([
      one.spans.map(({ start, end }) => [start, end]),
      one.tag,
      inOrder(one.attributes),
      one.entity ?? null,
      one.note ?? null,
      one.cameAs ?? null,
      bare(one.id),
    ]),
    one,
  }))
  const order = told.sort(
    (a, b) => byPlace({ ...a.one, id: '' }, { ...b.one, id: '' }) || (a.said < b.said ? -1 : a.said > b.said ? 1 : 0),
  )
  // Annotations that say the same stand for each other: a link is told by what its ends say.
  const saidBy = new Map(order.map(({ id, said }) => [id, said]))
  return {
    annotator,
    status: status ?? null,
    annotations: order.map(({ said }) => said),
    links: links
      .map(({ id, type, from, to, attributes, cue, cameAs }) =>
        JSON.stringify([
          bare(id),
          type,
          saidBy.get(from) ?? null,
          'annotation' in to ? { annotation: saidBy.get(to.annotation) ?? null } : to,
          inOrder(attributes),
          cue ? [cue.start, cue.end] : null,
          cameAs ?? null,
        ]),
      )
      .sort(),
  }
}

/** Comments and verdicts go by their ids, whatever a format makes of others: conversations are made of them. */
function sayingOfDiscussed({ comments = [], verdicts = [], onlyDiscusses }: DatasetLayer) {
  const all = [...comments, ...verdicts].map(one => JSON.stringify(sorted(one)))
  return { all: all.sort(), onlyDiscusses: onlyDiscusses === true }
}

/** A value with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}

function inOrder(object: DatasetAttributes | Readonly<Record<string, string>>): [string, unknown][] {
  return Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1))
}
