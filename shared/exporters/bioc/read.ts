import { zones as zoneNames } from '../../article/article.ts'
import type { DatasetAnnotation, DatasetLink } from '../../dataset/dataset.ts'
import type { ReadArticle, ReadChoices } from '../../dataset/format.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import type { Unit } from '../../text/ruler.ts'
import { LayersRead } from '../layersRead.ts'
import { fieldsIn, spansInOrder } from '../reading.ts'
import { ANSWER, type BiocAnnotation, type BiocDocument, type BiocRelation, type Infons, OWN } from './document.ts'
import { isSaid, type Layout, layoutOf } from './layout.ts'

type Tell = (untakeable: Untakeable) => void

/** The article that a document is; `unit` is what its offsets count, where the file says it. */
export function articleOf(
  document: BiocDocument,
  unit: Unit | null,
  choices: ReadChoices,
  tell: Tell,
): Omit<ReadArticle, 'file'> {
  const known = unit ?? choices.unit
  // The standard counts bytes, and most corpora don't.
  const layout = layoutOf(document, known ? [known] : ['codepoint', 'utf8', 'utf16'])
  const layers = new LayersRead()
  const byRef = new Map<string, { readonly annotator: string; readonly id: string }>()
  const add = (one: BiocAnnotation, part: number) =>
    trying(tell, () => {
      const annotator = annotatorOf(one.infons, choices)
      const annotation = annotationOf(one, idOf(one.id, annotator, byRef.size), part, layout)
      layers.add(annotator, annotation)
      if (!byRef.has(one.id)) byRef.set(one.id, { annotator, id: annotation.id })
    })
  for (const [i, part] of document.parts.entries()) for (const one of part.annotations) add(one, i)
  for (const one of document.annotations) add(one, -1)
  for (const [i, relation] of document.relations.entries())
    trying(tell, () => {
      const { annotator, link } = linkOf(relation, i, byRef)
      layers.addLink(annotator, link)
    })
  const split = document.infons[`${OWN}split`]
  return {
    path: document.id,
    text: layout.text,
    metadata: fieldsIn(document.infons),
    zones: document.parts.flatMap(({ infons }, i) => {
      const zone = zoneNames.find(name => name === infons['type'] && name !== 'body')
      return zone ? [{ ...layout.spans[i]!, zone }] : []
    }),
    ...(split === undefined ? {} : { split }),
    layers: layers.all(),
  }
}

function annotatorOf({ annotator }: Infons, choices: ReadChoices): string {
  return annotator === undefined || annotator === '' ? choices.annotator : annotator
}

/** Ours stand behind their annotator; one that has none is numbered. */
function idOf(id: string, annotator: string, count: number): string {
  if (id === '') return `a${count + 1}`
  return id.startsWith(`${annotator}/`) ? id.slice(annotator.length + 1) : id
}

function annotationOf(one: BiocAnnotation, id: string, part: number, { text, place }: Layout): DatasetAnnotation {
  const { infons } = one
  if (one.locations.length === 0) throw new Untakeable('no-annotation', shortened(one.id), 'location')
  const spans = one.locations.map(location => {
    try {
      return place(location, part)
    } catch (error) {
      if (error instanceof RangeError)
        throw new Untakeable('outside-text', shortened(one.id), `${location.offset}+${location.length}`)
      throw error
    }
  })
  const words = spans.map(({ start, end }) => text.slice(start, end))
  const [entity, note] = [infons[`${OWN}entity`], infons[`${OWN}note`]]
  return {
    id,
    tag: infons['type'] ?? 'annotation',
    spans: spansInOrder(spans, shortened(one.id)),
    // What stands for the words and isn't them says more of it.
    attributes: { ...answersIn(infons), ...(one.text === '' || isSaid(words, one.text) ? {} : { text: one.text }) },
    ...(entity === undefined ? {} : { entity }),
    ...(note === undefined ? {} : { note }),
    ...(infons[`${OWN}came-as`] === 'frame' ? { cameAs: 'frame' } : {}),
  }
}

/** Infons that are answers: all that have no place of their own. */
function answersIn(infons: Infons): Record<string, string> {
  return Object.fromEntries(
    Object.entries(infons).flatMap(([key, value]) =>
      key === 'type' || key === 'annotator' || key.startsWith(OWN)
        ? []
        : [[key.startsWith(ANSWER) ? key.slice(ANSWER.length) : key, value]],
    ),
  )
}

type ByRef = ReadonlyMap<string, { readonly annotator: string; readonly id: string }>

function linkOf(
  { id, infons, nodes }: BiocRelation,
  index: number,
  byRef: ByRef,
): { annotator: string; link: DatasetLink } {
  const what = shortened(id === '' ? `relation ${index + 1}` : id)
  const [from, to, ...more] = nodes
  const first = byRef.get(from?.refid ?? '')
  const other = byRef.get(to?.refid ?? '')
  const entity = infons[`${OWN}to-entity`]
  const isAuthor = infons[`${OWN}to`] === 'author'
  if (!first || (to && other?.annotator !== first.annotator)) throw new Untakeable('end-missing', what)
  // A relation of one, or of three, is none between two.
  if (more.length > 0 || (!other && entity === undefined && !isAuthor))
    throw new Untakeable('unknown-kind', what, `${nodes.length} nodes`)
  const roles = [from?.role, to?.role].filter(role => role !== undefined && role !== '')
  const isOurs = roles[0] === 'from'
  return {
    annotator: first.annotator,
    link: {
      id: idOf(id === '' ? `r${index + 1}` : id, first.annotator, index),
      type: infons['type'] ?? 'relation',
      from: first.id,
      to: other ? { annotation: other.id } : entity === undefined ? { author: true } : { entity },
      attributes: { ...answersIn(infons), ...(isOurs || roles.length === 0 ? {} : { roles: roles.join(' → ') }) },
      ...(infons[`${OWN}came-as`] === 'role' ? { cameAs: 'role' } : {}),
    },
  }
}

function trying(tell: Tell, take: () => void): void {
  try {
    take()
  } catch (error) {
    if (!(error instanceof Untakeable)) throw error
    tell(error)
  }
}
