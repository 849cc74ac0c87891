import {
  type DatasetAnnotation,
  type DatasetArticle,
  type DatasetHead,
  type DatasetLayer,
  wordsOf,
} from '../../dataset/dataset.ts'
import type { Mode, NetworkNode } from './network.ts'

/** Which links of a codebook make a network, and which answer its sign. */
const SAID_BY = 'attributed-to'
const TOOK_PART = 'participant'
const POLARITY = 'polarity'
const ROLE = 'role'

export type Sign = 'positive' | 'negative' | 'neutral'
const SIGNS: Readonly<Record<string, Sign>> = { supports: 'positive', opposes: 'negative' }

export type NodeName = Omit<NetworkNode, 'mentions'>

/** That somebody said something of a claim, or took part in an event. */
export interface Statement {
  readonly from: NodeName
  readonly to: NodeName
  /** A sign; or the role in an event. */
  readonly how: string
}

/** What one layer of an article says for a network, one statement a link. */
export function statementsIn(
  article: DatasetArticle,
  { annotations, links }: DatasetLayer,
  head: DatasetHead,
  mode: Mode,
): Statement[] {
  const byId = new Map(annotations.map(one => [one.id, one]))
  const name = (one: DatasetAnnotation, kind: NodeName['kind']) =>
    one.entity === undefined ? byWords(article.text, one, kind) : byEntity(one.entity, kind, head)
  return links.flatMap(({ type, from, to, attributes }) => {
    const first = byId.get(from)
    if (!first || type !== (mode === 'event-actor' ? TOOK_PART : SAID_BY)) return []
    const other = 'annotation' in to ? byId.get(to.annotation) : undefined
    if ('annotation' in to && !other) return []
    const actor = other ? name(other, 'actor') : 'entity' in to ? byEntity(to.entity, 'actor', head) : byOutlet(article)
    const { [ROLE]: role } = attributes
    if (mode === 'event-actor')
      return [
        { from: name(first, 'event'), to: actor, how: typeof role === 'string' && role !== '' ? role : TOOK_PART },
      ]
    const { [POLARITY]: polarity } = first.attributes
    const sign = typeof polarity === 'string' && Object.hasOwn(SIGNS, polarity) ? SIGNS[polarity]! : 'neutral'
    return [{ from: actor, to: name(first, 'claim'), how: sign }]
  })
}

function byEntity(id: string, kind: NodeName['kind'], head: DatasetHead): NodeName {
  const entity = head.entities.find(one => one.id === id)
  return { id: `${kind}:${id}`, label: entity?.name ?? id, kind, known: 'entity', entityKind: entity?.kind ?? '' }
}

/** Words that differ only in capitals and white space are one node; it is called as it stood first. */
function byWords(text: string, { spans }: DatasetAnnotation, kind: NodeName['kind']): NodeName {
  const label = wordsOf(text, spans).replace(/\s+/g, ' ').trim()
  return { id: `${kind}:“${label.toLowerCase()}”`, label, kind, known: 'words', entityKind: '' }
}

/** The article's own voice is its outlet's. */
function byOutlet({ metadata }: DatasetArticle): NodeName {
  const outlet = metadata.outlet?.trim()
  const label = outlet ? `${outlet} (author)` : '(author)'
  return { id: `actor:${label.toLowerCase()}`, label, kind: 'actor', known: 'words', entityKind: '' }
}
