import type { Span } from '../../annotation/span.ts'
import { fieldNames } from '../../article/metadata.ts'
import {
  type DatasetAnnotation,
  type DatasetArticle,
  type DatasetHead,
  type DatasetLayer,
  type DatasetLink,
  wordsOf,
} from '../../dataset/dataset.ts'
import type { WriteChoices } from '../../dataset/format.ts'
import { makeRuler } from '../../text/ruler.ts'
import { BETWEEN, type Cell, cellOf, inexactOf } from './cells.ts'
import { type ContextOf, contextsIn } from './context.ts'
import { type AnnotationTable, type Layout, layoutOf, type Table } from './layout.ts'

/** A row of one of the tables: a cell for each of its columns. */
export interface TableRow {
  readonly table: string
  readonly cells: readonly Cell[]
}

/** What stands in a cell by its column; a column that isn't named is empty. */
type Cells = Readonly<Record<string, Cell | undefined>>

/** The end of a link that is the article's own voice. */
export const AUTHOR = '(author)'

/**
 * A dataset as tables: a row a claim with its sources, event and context, and
 * everything else that there is, so that the tables together are read back as
 * the same dataset. Several sources of one claim stand in one row, with ` | `
 * between them; each of them is a row of `links`.
 */
export class DatasetTables {
  readonly tables: readonly Table[]
  readonly #layout: Layout
  readonly #head: DatasetHead
  readonly #choices: WriteChoices
  readonly #names: ReadonlyMap<string, string>

  constructor(head: DatasetHead, choices: WriteChoices) {
    this.#layout = layoutOf(head.codebook, choices.withText)
    this.#head = head
    this.#choices = choices
    this.#names = new Map(head.entities.map(({ id, name }) => [id, name]))
    const { annotations, links, entities, articles, layers, zones, codebook, about } = this.#layout
    this.tables = [...annotations, links, entities, articles, layers, zones, codebook, about]
  }

  /** The rows that are no article's. `more` are further lines of the table `about`. */
  *begin(more: Readonly<Record<string, string>> = {}): Generator<TableRow> {
    const { about, entities } = this.#layout
    const { name, annotators, splits } = this.#head
    const lines = { format: 'stet-tables', formatVersion: '1', offsetUnit: this.#choices.unit, name, ...more }
    for (const [key, value] of Object.entries(lines)) yield row(about, { key, value })
    for (const { id, name } of annotators) yield row(about, { key: 'annotator', value: name ? `${id}: ${name}` : id })
    for (const split of splits) yield row(about, { key: 'split', value: split })
    yield* this.#codebookRows()
    for (const { id, kind, name, aliases, parent, externalIds, roles, attributes, note } of this.#head.entities)
      yield row(entities, {
        ...{ id, kind, name, parent, note },
        aliases: aliases.join(BETWEEN),
        external_ids: jsonOf(externalIds),
        roles: roles.length === 0 ? null : JSON.stringify(roles),
        attributes: jsonOf(attributes),
      })
  }

  /** The rows of one article. */
  *add(article: DatasetArticle): Generator<TableRow> {
    const { articles, layers, zones } = this.#layout
    const { path, text, metadata, split } = article
    const { unit, withText } = this.#choices
    const ruler = makeRuler(text)
    const place = (offset: number) => ruler.fromUtf16(offset, unit)
    const contextOf = contextsIn(text)
    yield row(articles, {
      ...{ article: path, split, unit, length: place(text.length) },
      ...Object.fromEntries(fieldNames.map(name => [name, metadata[name]])),
      ...(withText ? { text } : {}),
    })
    for (const { start, end, zone } of article.zones)
      yield row(zones, { article: path, start: place(start), end: place(end), unit, zone })
    for (const layer of article.layers) {
      const { annotator, status, annotations, links } = layer
      yield row(layers, {
        ...{ article: path, annotator, status },
        annotations: annotations.length,
        links: links.length,
      })
      yield* this.#layerRows(article, layer, { place, contextOf })
    }
  }

  *#layerRows(
    article: DatasetArticle,
    layer: DatasetLayer,
    { place, contextOf }: { readonly place: (offset: number) => number; readonly contextOf: ContextOf },
  ): Generator<TableRow> {
    const { path, text, metadata, split } = article
    const { outlet, published: date, title } = metadata
    const byId = new Map(layer.annotations.map(one => [one.id, one]))
    const starting = new Map<string, DatasetLink[]>()
    for (const link of layer.links) starting.set(link.from, [...(starting.get(link.from) ?? []), link])
    const common = { article: path, outlet, date, title, split, annotator: layer.annotator }
    for (const one of layer.annotations) {
      const table = this.#layout.tableOf(one.tag)
      yield row(table, {
        ...common,
        ...this.#annotationCells(one, text, place),
        ...this.#linkCells(table, starting.get(one.id) ?? [], byId, text),
        ...(table.columns.includes('before') && this.#choices.withText ? contextOf(hullOf(one.spans)) : {}),
        ...this.#answerCells(table.answers, one.attributes, name => this.#layout.answerKind('tag', one.tag, name)),
      })
    }
    for (const link of layer.links)
      yield row(this.#layout.links, { ...common, ...this.#linkRowCells(link, byId, text, place) })
  }

  #annotationCells(one: DatasetAnnotation, text: string, place: (offset: number) => number): Cells {
    const { id, tag, spans, entity, note, cameAs } = one
    const { start, end } = hullOf(spans)
    return {
      ...{ id, tag, entity, note, came_as: cameAs, unit: this.#choices.unit },
      quote: wordsOf(text, spans),
      start: place(start),
      end: place(end),
      spans: spans.length === 1 ? null : spans.map(one => `${place(one.start)}-${place(one.end)}`).join(' '),
      entity_name: entity === undefined ? null : this.#names.get(entity),
    }
  }

  /** Of each kind of link what it leads to, in words; of sources and events the entities, too. */
  #linkCells(
    { links: types, sources }: AnnotationTable,
    links: readonly DatasetLink[],
    byId: ReadonlyMap<string, DatasetAnnotation>,
    text: string,
  ): Cells {
    if (links.length === 0) return {}
    const ends = links.map(link => ({ type: link.type, ...this.#endOf(link, byId, text) }))
    const joined = (some: typeof ends, part: 'words' | 'entityName' | 'entity') =>
      some.some(end => end[part] !== '') ? some.map(end => end[part]).join(BETWEEN) : null
    const [whose, events] = [ends.filter(({ type }) => sources.has(type)), ends.filter(({ tag }) => tag === 'event')]
    return {
      source_quote: joined(whose, 'words'),
      source_entity: joined(whose, 'entityName'),
      source_entity_id: joined(whose, 'entity'),
      event_quote: joined(events, 'words'),
      event_entity: joined(events, 'entityName'),
      event_entity_id: joined(events, 'entity'),
      ...Object.fromEntries(
        types
          .filter(id => ends.some(({ type }) => type === id))
          .map(id => {
            const own = ends.filter(({ type }) => type === id)
            return [`link_${id}`, joined(own, 'words')]
          }),
      ),
    }
  }

  #endOf({ to }: DatasetLink, byId: ReadonlyMap<string, DatasetAnnotation>, text: string) {
    if ('author' in to) return { words: AUTHOR, tag: '', entity: '', entityName: '' }
    const other = 'annotation' in to ? byId.get(to.annotation) : undefined
    const entity = 'entity' in to ? to.entity : (other?.entity ?? '')
    const entityName = this.#names.get(entity) ?? ''
    return { words: other ? wordsOf(text, other.spans) : entityName, tag: other?.tag ?? '', entity, entityName }
  }

  #linkRowCells(
    link: DatasetLink,
    byId: ReadonlyMap<string, DatasetAnnotation>,
    text: string,
    place: (offset: number) => number,
  ): Cells {
    const { id, type, from, to, attributes, cue, cameAs } = link
    const beginning = byId.get(from)
    const { words, tag } = this.#endOf(link, byId, text)
    const [kind] = Object.keys(to)
    return {
      ...{ id, type, from, from_tag: beginning?.tag, from_quote: beginning && wordsOf(text, beginning.spans) },
      ...{ to_kind: kind, to_tag: tag, to_quote: words, came_as: cameAs, unit: this.#choices.unit },
      to: 'annotation' in to ? to.annotation : 'entity' in to ? to.entity : null,
      ...(cue ? { cue: wordsOf(text, [cue]), cue_start: place(cue.start), cue_end: place(cue.end) } : {}),
      ...this.#answerCells(this.#layout.links.answers, attributes, name => this.#layout.answerKind('link', type, name)),
    }
  }

  #answerCells(
    answers: ReadonlyMap<string, string>,
    attributes: DatasetAnnotation['attributes'],
    kindOf: Parameters<typeof inexactOf>[1],
  ): Cells {
    const kindOfColumn = (name: string) => (answers.has(name) ? kindOf(name) : undefined)
    return {
      ...Object.fromEntries(
        Object.entries(attributes).flatMap(([id, value]) => {
          const column = answers.get(id)
          return column === undefined ? [] : [[column, cellOf(value)]]
        }),
      ),
      other_attributes: inexactOf(attributes, kindOfColumn),
    }
  }

  *#codebookRows(): Generator<TableRow> {
    const { codebook: table } = this.#layout
    const { tags, attributes, links } = this.#head.codebook
    for (const { id, label, guidance, retired } of tags) yield row(table, { what: 'tag', id, label, guidance, retired })
    for (const { tag, id, label, kind, choices, guidance, retired } of attributes)
      yield row(table, { what: 'attribute', of: tag, id, label, kind, guidance, retired, choices: listOf(choices) })
    for (const { id, label, from, to, guidance, retired } of links)
      yield row(table, {
        ...{ what: 'link', id, label, guidance, retired },
        kind: `${from.join(', ')} → ${to.join(', ')}`,
      })
    for (const type of links)
      for (const { id, label, kind, choices, guidance } of type.attributes)
        yield row(table, {
          ...{ what: 'link attribute', of: type.id, id, label, kind, guidance },
          choices: listOf(choices),
        })
  }
}

function row({ name, columns }: Table, cells: Cells): TableRow {
  return { table: name, cells: columns.map(column => (Object.hasOwn(cells, column) ? (cells[column] ?? null) : null)) }
}

function hullOf(spans: readonly Span[]): Span {
  return { start: spans[0]!.start, end: spans.at(-1)!.end }
}

function listOf(choices: readonly { readonly id: string }[]): string {
  return choices.map(({ id }) => id).join(BETWEEN)
}

function jsonOf(object: Readonly<Record<string, unknown>>): string | null {
  return Object.keys(object).length === 0 ? null : JSON.stringify(object)
}
