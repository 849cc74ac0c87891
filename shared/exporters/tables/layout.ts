import { fieldNames } from '../../article/metadata.ts'
import type { DatasetHead } from '../../dataset/dataset.ts'
import type { AnswerKind } from './cells.ts'

type Codebook = DatasetHead['codebook']

/** A table by its name and the names of its columns. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
}

/** A table whose rows have answers: each question that can be asked of them is a column. */
export interface AnsweredTable extends Table {
  /** Attributes by id, each with its column's name. */
  readonly answers: ReadonlyMap<string, string>
}

/** A table of annotations: of one tag, or of all that have none of their own. */
export interface AnnotationTable extends AnsweredTable {
  /** Ids of the link types that begin at its annotations. */
  readonly links: readonly string[]
  /** The ids of link types that say whose words an annotation is: those that may lead to the article's own voice. */
  readonly sources: ReadonlySet<string>
}

/** The tables of a dataset, as its codebook makes them. */
export interface Layout {
  readonly about: Table
  readonly codebook: Table
  readonly entities: Table
  readonly articles: Table
  readonly layers: Table
  readonly zones: Table
  readonly links: AnsweredTable
  /** Those of annotations, in the order in which they are written. */
  readonly annotations: readonly AnnotationTable[]
  tableOf(tag: string): AnnotationTable
  /** How a question is answered: that of a tag's annotations, or of a type's links. */
  answerKind(of: 'tag' | 'link', id: string, attribute: string): AnswerKind | undefined
}

/** Tags that have a table of their own, and what it is called. */
const ownTables: readonly (readonly [tag: string, name: string])[] = [
  ['claim', 'statements'],
  ['actor', 'actors'],
  ['event', 'events'],
]

const ofArticle = ['article', 'outlet', 'date', 'title', 'split', 'annotator']
const ofAnnotation = ['id', 'tag', 'quote', 'start', 'end', 'unit', 'spans']
const ofContext = ['before', 'after']
const ofSource = ['source_quote', 'source_entity', 'source_entity_id']
const ofEvent = ['event_quote', 'event_entity', 'event_entity_id']
const ofEntity = ['entity', 'entity_name', 'note', 'came_as']
const ofLink = ['id', 'type', 'from', 'from_tag', 'from_quote', 'to_kind', 'to', 'to_tag', 'to_quote']
const ofCue = ['cue', 'cue_start', 'cue_end', 'unit', 'came_as']
const OTHER = 'other_attributes'
/** Of a row with cells that are longer than a workbook's cells can be: where each of them goes on. */
export const CONTINUED = 'continued'

/** Of a table's columns those whose names don't come from a codebook. */
const fixed = {
  annotations: new Set([ofArticle, ofAnnotation, ofContext, ofSource, ofEvent, ofEntity, OTHER, CONTINUED].flat()),
  links: new Set([ofArticle, ofLink, ofCue, OTHER, CONTINUED].flat()),
}
type Of = keyof typeof fixed

/** The column of an attribute: its id, unless that is another column's name. */
function columnOf(of: Of, attribute: string): string {
  return fixed[of].has(attribute) || /^(?:attribute|link)_/.test(attribute) ? `attribute_${attribute}` : attribute
}

/** The attribute whose column has a name; null for one that isn't of an attribute. */
export function attributeOf(of: Of, column: string): string | null {
  if (column.startsWith('attribute_')) return column.slice('attribute_'.length)
  return column === '' || fixed[of].has(column) || column.startsWith('link_') ? null : column
}

/**
 * What tables a dataset has and which columns they have. Claims, actors and
 * events have tables of their own where the codebook has such tags; all other
 * tags share one.
 */
export function layoutOf(codebook: Codebook, withText: boolean): Layout {
  const own = ownTables.filter(([tag]) => codebook.tags.some(({ id }) => id === tag))
  const owned = new Set(own.map(([tag]) => tag))
  const tables = new Map(own.map(([tag, name]) => [tag, annotationTable(codebook, name, id => id === tag)]))
  const others = annotationTable(codebook, 'annotations', id => !owned.has(id))
  const linkAnswers = answersOf(
    'links',
    codebook.links.flatMap(({ attributes }) => attributes),
  )
  return {
    about: { name: 'about', columns: ['key', 'value'] },
    codebook: { name: 'codebook', columns: ['what', 'of', 'id', 'label', 'kind', 'choices', 'guidance', 'retired'] },
    entities: {
      name: 'entities',
      columns: ['id', 'kind', 'name', 'aliases', 'parent', 'external_ids', 'roles', 'attributes', 'note'],
    },
    articles: {
      name: 'articles',
      columns: ['article', 'split', ...fieldNames, 'unit', 'length', ...(withText ? ['text'] : [])],
    },
    layers: { name: 'layers', columns: ['article', 'annotator', 'status', 'annotations', 'links'] },
    zones: { name: 'zones', columns: ['article', 'start', 'end', 'unit', 'zone'] },
    links: {
      name: 'links',
      columns: ['article', 'annotator', ...ofLink, ...ofCue, ...linkAnswers.values(), OTHER],
      answers: linkAnswers,
    },
    annotations: [...tables.values(), others],
    tableOf: tag => tables.get(tag) ?? others,
    answerKind: kindsOf(codebook),
  }
}

function annotationTable(codebook: Codebook, name: string, has: (tag: string) => boolean): AnnotationTable {
  const answers = answersOf(
    'annotations',
    codebook.attributes.filter(({ tag }) => has(tag)),
  )
  const types = codebook.links.filter(({ from }) => from.some(has))
  const isStatements = name === 'statements'
  return {
    name,
    answers,
    links: types.map(({ id }) => id),
    sources: new Set(types.filter(({ to }) => to.includes('author')).map(({ id }) => id)),
    columns: [
      ...ofArticle,
      ...ofAnnotation,
      ...(isStatements ? [...ofContext, ...ofSource, ...ofEvent] : []),
      ...answers.values(),
      OTHER,
      ...ofEntity,
      ...types.map(({ id }) => `link_${id}`),
    ],
  }
}

function answersOf(of: Of, attributes: readonly { readonly id: string }[]): Map<string, string> {
  return new Map(attributes.map(({ id }) => [id, columnOf(of, id)]))
}

function kindsOf({ attributes, links }: Codebook): Layout['answerKind'] {
  const kinds = new Map([
    ...attributes.map(({ tag, id, kind }) => [JSON.stringify(['tag', tag, id]), kind] as const),
    ...links.flatMap(type =>
      type.attributes.map(({ id, kind }) => [JSON.stringify(['link', type.id, id]), kind] as const),
    ),
  ])
  return (of, id, attribute) => kinds.get(JSON.stringify([of, id, attribute]))
}
