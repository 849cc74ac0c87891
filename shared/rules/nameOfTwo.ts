import { type Annotation, extent, quoteOf } from '../annotation/annotation.ts'
import type { Edit } from '../annotation/edit.ts'
import { compare } from '../annotation/spanOrder.ts'
import type { Rule, View } from './rule.ts'

/** The same name refers to two entities in one article. */
export const nameOfTwo: Rule = {
  id: 'name-of-two',
  subject: 'name',
  find(view, name) {
    const group = groupOn(view, name)
    const [first] = group
    const entities = new Set(group.map(one => one.entity))
    const other = group.find(one => one.entity !== first?.entity)
    if (!first || !other) return []
    return [
      {
        key: `name-of-two/${name}/${[...entities].sort().join('/')}`,
        rule: 'name-of-two',
        place: extent(other.annotation),
        annotation: other.annotation.id,
        others: group.map(one => one.annotation.id).filter(id => id !== other.annotation.id),
      },
    ]
  },
  fixes(view, { annotation, others = [] }) {
    const asked = view.layer.annotations.get(annotation ?? '')
    const name = asked && nameOf(asked)
    if (!name || others.length === 0) return []
    const group = groupOn(view, name)
    return [...new Set(group.map(one => one.entity))].map(entity => ({
      kind: 'edit' as const,
      what: 'one-entity' as const,
      label: view.register.nameOf(entity),
      edit: (modified: string): Edit => ({
        kind: 'all',
        edits: group
          .filter(one => one.entity !== entity)
          .map(one => ({ kind: 'put' as const, annotation: { ...one.annotation, entity, modified } })),
      }),
    }))
  },
}

/** The name that an annotation refers to an entity by; null where it refers to none, or not by name. */
export function nameOf(annotation: Annotation): string | null {
  if (annotation.entity === undefined) return null
  const { mention } = annotation.attributes
  if (mention !== undefined && mention !== 'name') return null
  const name = quoteOf(annotation).normalize('NFC').replace(/\s+/g, ' ')
  return mention === 'name' || mayBeName(name) ? name : null
}

/** Without a word on how it is mentioned: what has no capital is no name, and neither is a pronoun at the start of a sentence. */
function mayBeName(words: string): boolean {
  return /\p{Lu}|\p{Lt}|\p{Lo}/u.test(words) && !pronouns.has(words.toLowerCase())
}

const pronouns = new Set(
  'i you he she it we they me him her us them my your his its our their this that these those who whose'.split(' '),
)

interface Member {
  readonly annotation: Annotation
  /** What its entity stands for now. */
  readonly entity: string
}

/** All on one name, in the order of the text. */
function groupOn({ layer, names, register }: View, name: string): Member[] {
  return [...names.on(name)]
    .flatMap(id => layer.annotations.get(id) ?? [])
    .sort(compare)
    .flatMap(annotation =>
      annotation.entity === undefined ? [] : [{ annotation, entity: register.standsFor(annotation.entity) }],
    )
}
