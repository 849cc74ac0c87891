import {
  type DatasetAnnotation,
  type DatasetArticle,
  type DatasetHead,
  type DatasetLayer,
  type DatasetLink,
  wordsOf,
} from '../../dataset/dataset.ts'
import type { Part, Told, Writer } from '../../dataset/format.ts'
import { shortened } from '../../dataset/untakeable.ts'

/** The columns of the event list, and three of our own behind them. */
const columns = [
  ...['statement_id', 'time', 'person', 'organization', 'concept', 'agreement', 'start_position', 'stop_position'],
  ...['text', 'coder', 'document_id', 'document_title', 'document_author', 'document_source', 'document_section'],
  ...['document_type', 'annotation_id', 'annotator', 'document_path'],
] as const

const CLAIM = 'claim'
const SAID_BY = 'attributed-to'
/** Kinds of entity that are no person. */
const bodies: ReadonlySet<string> = new Set(['organisation', 'government', 'party', 'media', 'group'])
const agreements: Readonly<Record<string, number>> = { supports: 1, opposes: 0 }

/** Whose a statement is. */
interface Speaker {
  readonly person: string
  readonly organization: string
}

/** Writes an event list; numbers of statements, coders and documents count from 1. */
export function writeDna(head: DatasetHead): Writer {
  const entities = new Map(head.entities.map(entity => [entity.id, entity]))
  const coders = new Map(head.annotators.map(({ id }, i) => [id, i + 1]))
  let [statements, documents] = [0, 0]

  const byEntity = (id: string): Speaker => {
    const entity = entities.get(id)
    const name = entity?.name ?? id
    if (entity && bodies.has(entity.kind)) return { person: '', organization: name }
    const parent = entity?.parent === undefined ? undefined : entities.get(entity.parent)
    return { person: name, organization: parent && bodies.has(parent.kind) ? parent.name : '' }
  }
  const speakerOf = ({ to }: DatasetLink, article: DatasetArticle, byId: ReadonlyMap<string, DatasetAnnotation>) => {
    if ('author' in to) return { person: '', organization: article.metadata.outlet ?? '' }
    if ('entity' in to) return byEntity(to.entity)
    const { entity, spans } = byId.get(to.annotation)!
    return entity === undefined ? { person: wordsOf(article.text, spans), organization: '' } : byEntity(entity)
  }
  const rowOf = (claim: DatasetAnnotation, speaker: Speaker, article: DatasetArticle, annotator: string) => {
    const { text, metadata, path } = article
    const words = wordsOf(text, claim.spans)
    const { polarity } = claim.attributes
    return {
      ...{ statement_id: ++statements, time: timeOf(metadata.published), ...speaker },
      concept: claim.entity === undefined ? words : (entities.get(claim.entity)?.name ?? claim.entity),
      agreement: typeof polarity === 'string' && Object.hasOwn(agreements, polarity) ? agreements[polarity]! : '',
      ...{ start_position: claim.spans[0]!.start, stop_position: claim.spans.at(-1)!.end, text: words },
      ...{ coder: coders.get(annotator) ?? '', document_id: documents, document_title: metadata.title ?? path },
      ...{ document_author: metadata.byline ?? '', document_source: metadata.outlet ?? '' },
      ...{ document_section: metadata.section ?? '', document_type: '' },
      ...{ annotation_id: claim.id, annotator, document_path: path },
    }
  }
  const layerPart = (article: DatasetArticle, { annotator, annotations, links }: DatasetLayer): Part => {
    const byId = new Map(annotations.map(one => [one.id, one]))
    const isClaim = (id: string) => byId.get(id)?.tag === CLAIM
    const sources = links.filter(({ type, from }) => type === SAID_BY && isClaim(from))
    const said = new Set(sources.flatMap(({ to }) => ('annotation' in to ? to.annotation : [])))
    const rows = annotations
      .filter(({ tag }) => tag === CLAIM)
      .flatMap(claim => {
        const speakers = sources.filter(({ from }) => from === claim.id).map(link => speakerOf(link, article, byId))
        const known = speakers.length > 0 ? speakers : [{ person: '', organization: '' }]
        return known.map(speaker => rowOf(claim, speaker, article, annotator))
      })
    const noRow = (words: string): Told => ({
      ...{ file: article.path, row: 0, column: annotator, words: shortened(words), why: 'no-row' },
    })
    const told = [
      ...annotations
        .filter(({ tag, id }) => tag !== CLAIM && !said.has(id))
        .map(({ id, spans }) => noRow(`${id}: ${wordsOf(article.text, spans)}`)),
      ...links.filter(link => !sources.includes(link)).map(({ id, type }) => noRow(`${id}: ${type}`)),
    ]
    const data = rows.map(row => lineOf(columns.map(name => row[name]))).join('')
    return { file: '', data, ...(told.length === 0 ? {} : { told }) }
  }
  return {
    begin: () => [{ file: '', data: lineOf(columns) }],
    add(article) {
      documents++
      return article.layers.map(layer => layerPart(article, layer))
    },
    end: () => [],
  }
}

/** A line as the event list has them: words between quotation marks, which are doubled within, numbers as they are. */
function lineOf(cells: readonly (string | number)[]): string {
  const written = cells.map(cell =>
    typeof cell === 'number' || cell === '' ? String(cell) : `"${cell.replaceAll('"', '""')}"`,
  )
  return `${written.join(';')}\n`
}

/** `2031-03-04 00:00:00`; '' for what isn't known to the day. */
function timeOf(published: string | undefined): string {
  const [, day, time = '00:00', seconds = '00'] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?.*)?$/.exec(published ?? '') ?? []
  return day === undefined ? '' : `${day} ${time}:${seconds}`
}
