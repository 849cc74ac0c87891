import { type Annotation, extent, quoteOf } from '../annotation/annotation.ts'
import type { Edit } from '../annotation/edit.ts'
import { compare } from '../annotation/spanOrder.ts'
import type { Held } from './names.ts'
import type { Rule, View } from './rule.ts'

/** The same name refers to two entities in one article. It is told where the rarer one is first meant by it. */
export const nameOfTwo: Rule = {
  id: 'name-of-two',
  subject: 'name',
  find(view, name) {
    const groups = groupsOn(view, name)
    const rarest = groups.at(-1)
    if (!rarest || groups.length < 2) return []
    const entities = groups.map(group => group.entity).sort()
    return [
      {
        key: `name-of-two/${name}/${entities.join('/')}`,
        rule: 'name-of-two',
        place: extent(rarest.first),
        annotation: rarest.first.id,
      },
    ]
  },
  fixes(view, { annotation }) {
    const asked = view.layer.annotations.get(annotation ?? '')
    const held = asked && heldBy(asked)
    if (!held) return []
    const groups = groupsOn(view, held.name)
    return groups.map(({ entity }) => ({
      kind: 'edit' as const,
      what: 'one-entity' as const,
      label: view.register.nameOf(entity),
      edit: (modified: string): Edit => ({
        kind: 'all',
        edits: groups
          .filter(group => group.entity !== entity)
          .flatMap(group => group.ids)
          .flatMap(id => view.layer.annotations.get(id) ?? [])
          .map(one => ({ kind: 'put' as const, annotation: { ...one, entity, modified } })),
      }),
    }))
  },
}

/** The name that an annotation refers to an entity by; null where it refers to none, or not by name. */
export function heldBy(annotation: Annotation): Held | null {
  const { entity } = annotation
  if (entity === undefined) return null
  const { mention } = annotation.attributes
  if (mention !== undefined && mention !== 'name') return null
  const name = quoteOf(annotation).normalize('NFC').replace(/\s+/g, ' ')
  return mention === 'name' || mayBeName(name) ? { name, entity } : null
}

/** Without a word on how it is mentioned: what has no capital is no name, and neither is a pronoun at the start of a sentence. */
function mayBeName(words: string): boolean {
  return /\p{Lu}|\p{Lt}|\p{Lo}/u.test(words) && !pronouns.has(words.toLowerCase())
}

const pronouns = new Set(
  'i you he she it we they me him her us them my your his its our their this that these those who whose'.split(' '),
)

/** All that mean one entity by a name. */
interface Group {
  /** What the entity stands for now. */
  readonly entity: string
  readonly ids: readonly string[]
  readonly first: Annotation
}

/** The entities that a name is used for, the most frequent first; of equally frequent ones that which comes first. */
function groupsOn({ layer, names, register }: View, name: string): Group[] {
  const holders = names.on(name)
  // Nearly every name is of one, and nothing more has to be asked.
  if (holders.size < 2) return []
  const idsOf = new Map<string, string[]>()
  for (const [entity, ids] of holders) {
    const now = register.standsFor(entity)
    idsOf.set(now, [...(idsOf.get(now) ?? []), ...ids])
  }
  if (idsOf.size < 2) return []
  return [...idsOf]
    .flatMap(([entity, ids]): Group[] => {
      const first = firstOf(ids.flatMap(id => layer.annotations.get(id) ?? []))
      return first ? [{ entity, ids, first }] : []
    })
    .sort((one, other) => other.ids.length - one.ids.length || compare(one.first, other.first))
}

function firstOf([any, ...annotations]: readonly Annotation[]): Annotation | undefined {
  return any && annotations.reduce((first, one) => (compare(one, first) < 0 ? one : first), any)
}
