import type { Span } from '../../annotation/span.ts'
import { fieldNames } from '../../article/metadata.ts'
import { type DatasetArticle, type DatasetHead, type DatasetLink, wordsOf } from '../../dataset/dataset.ts'
import type { WriteChoices } from '../../dataset/format.ts'
import { makeRuler } from '../../text/ruler.ts'

/** An article as a row: a value for each column by its name; null is an empty one. */
export type ParquetRow = Readonly<Record<string, unknown>>

/** The row of an article. */
export function rowOf(
  article: DatasetArticle,
  { unit, withText }: WriteChoices,
  entities: ReadonlyMap<string, DatasetHead['entities'][number]>,
): ParquetRow {
  const { path, split, text, metadata, zones, layers } = article
  const ruler = makeRuler(text)
  const place = ({ start, end }: Span) => ({ start: ruler.fromUtf16(start, unit), end: ruler.fromUtf16(end, unit) })
  const mentioned = new Set<string>()
  for (const { annotations, links } of layers) {
    for (const { entity } of annotations) if (entity !== undefined) mentioned.add(entity)
    for (const { to } of links) if ('entity' in to) mentioned.add(to.entity)
  }
  return {
    ...{ path, split: split ?? null, text: withText ? text : null, offset_unit: unit },
    ...Object.fromEntries(fieldNames.map(name => [name, metadata[name] ?? null])),
    zones: zones.map(zone => ({ ...place(zone), zone: zone.zone })),
    layers: layers.map(({ annotator, status }) => ({ annotator, status: status ?? null })),
    annotations: layers.flatMap(({ annotator, annotations }) =>
      annotations.map(({ id, tag, spans, attributes, entity, note, cameAs }) => ({
        ...{ annotator, id, tag, ...place({ start: spans[0]!.start, end: spans.at(-1)!.end }) },
        ...{ spans: spans.map(place), quote: wordsOf(text, spans) },
        ...{ entity: entity ?? null, note: note ?? null, came_as: cameAs ?? null },
        attributes: JSON.stringify(attributes),
      })),
    ),
    links: layers.flatMap(({ annotator, links }) =>
      links.map(({ id, type, from, to, attributes, cue, cameAs }) => {
        const cued = cue ? place(cue) : null
        return {
          ...{ annotator, id, type, from, ...endOf(to), cue: cue ? wordsOf(text, [cue]) : null },
          ...{ cue_start: cued?.start ?? null, cue_end: cued?.end ?? null, came_as: cameAs ?? null },
          attributes: JSON.stringify(attributes),
        }
      }),
    ),
    entities: [...mentioned].flatMap(id => {
      const entity = entities.get(id)
      return entity
        ? [{ id, kind: entity.kind, name: entity.name, external_ids: JSON.stringify(entity.externalIds) }]
        : []
    }),
  }
}

function endOf(to: DatasetLink['to']) {
  if ('author' in to) return { to_kind: 'author', to: null }
  return 'entity' in to ? { to_kind: 'entity', to: to.entity } : { to_kind: 'annotation', to: to.annotation }
}
