import type { Annotation, Attributes, AttributeValue } from '../annotation/annotation.ts'
import type { Attribute, Codebook, Tag } from './codebook.ts'

/**
 * A change of the codebook that annotations have to follow. Renaming isn't one:
 * ids are permanent. What is merged away stays in the codebook, marked with
 * what took its place, for the annotations of colleagues; nobody else's file
 * is ever written.
 */
export type Migration =
  /** Every annotation of one tag becomes one of the other. */
  | { readonly kind: 'merge-tags'; readonly from: string; readonly into: string }
  /** Annotations go to other tags by their answer to a question; those without one of these answers stay. */
  | {
      readonly kind: 'split-tag'
      readonly from: string
      readonly attribute: string
      /** From the id of a choice to the id of a tag, which must be in the codebook. */
      readonly parts: Readonly<Record<string, string>>
    }
  /** One answer is given up for another. */
  | {
      readonly kind: 'merge-choices'
      readonly tag: string
      readonly attribute: string
      readonly from: string
      readonly into: string
    }

/**
 * The codebook after a migration. A question of a tag that is merged away goes
 * along to the other, so that no answer loses its meaning: where both ask by the
 * same id, the answers that can be chosen are joined; where they ask in
 * different ways, it goes along as `TAG-ID`.
 */
export function migrateCodebook(codebook: Codebook, migration: Migration): Codebook {
  switch (migration.kind) {
    case 'merge-tags': {
      const { from, into } = migration
      const renamed = (id: string) => (id === from ? into : id)
      return {
        ...codebook,
        tags: codebook.tags.map(tag => merged(tag, from, into)),
        attributes: joinQuestions(codebook.attributes, migration),
        links: codebook.links.map(link => ({
          ...link,
          from: unique(link.from.map(renamed)),
          to: unique(link.to.map(renamed)),
        })),
      }
    }
    case 'split-tag': {
      const { from, attribute } = migration
      const targets = unique(Object.values(migration.parts)).filter(tag => tag !== from)
      const others = codebook.attributes.filter(one => one.tag === from && one.id !== attribute)
      const copies = targets.flatMap(tag =>
        others
          .filter(one => !codebook.attributes.some(known => known.tag === tag && known.id === one.id))
          .map(one => ({ ...one, tag })),
      )
      const spread = (ids: readonly string[]) => unique(ids.flatMap(id => (id === from ? [from, ...targets] : [id])))
      return {
        ...codebook,
        attributes: [...codebook.attributes, ...copies],
        links: codebook.links.map(link => ({ ...link, from: spread(link.from), to: spread(link.to) })),
      }
    }
    case 'merge-choices':
      return {
        ...codebook,
        attributes: codebook.attributes.map(one =>
          one.tag === migration.tag && one.id === migration.attribute
            ? {
                ...one,
                choices: one.choices.map(choice =>
                  choice.id === migration.from ? { ...choice, mergedInto: migration.into } : choice,
                ),
              }
            : one,
        ),
      }
  }
}

/**
 * An annotation after a migration; the same object where it isn't touched. No
 * answer is dropped: one that the new tag doesn't ask for stays as it is.
 * `codebook` is the one before.
 */
export function migrateAnnotation<A extends Annotation>(annotation: A, migration: Migration, codebook: Codebook): A {
  switch (migration.kind) {
    case 'merge-tags': {
      if (annotation.tag !== migration.from) return annotation
      const moved = movedIds(codebook.attributes, migration)
      return { ...annotation, tag: migration.into, attributes: underOtherIds(annotation.attributes, moved) }
    }
    case 'split-tag': {
      const { [migration.attribute]: answer, ...others } = annotation.attributes
      const part = typeof answer === 'string' && Object.hasOwn(migration.parts, answer) ? migration.parts[answer] : null
      if (annotation.tag !== migration.from || part == null || part === migration.from) return annotation
      return { ...annotation, tag: part, attributes: others }
    }
    case 'merge-choices': {
      const answer = annotation.attributes[migration.attribute]
      if (annotation.tag !== migration.tag || answer === undefined) return annotation
      const now = withChoice(answer, migration.from, migration.into)
      if (now === answer) return annotation
      return { ...annotation, attributes: { ...annotation.attributes, [migration.attribute]: now } }
    }
  }
}

/** The tag that took the place of another, however often that happened. */
export function resolveTag(tags: readonly Pick<Tag, 'id' | 'mergedInto'>[], id: string): string {
  const seen = new Set<string>()
  for (let at = id; ; ) {
    const next = tags.find(tag => tag.id === at)?.mergedInto
    if (next === undefined || seen.has(at)) return at
    seen.add(at)
    at = next
  }
}

/**
 * Whether an annotation was last looked at before its tag, or a question that
 * it answers, came to mean something else.
 */
export function isOfOlderMeaning(annotation: Annotation, codebook: Codebook): boolean {
  const tag = codebook.tags.find(one => one.id === annotation.tag)
  const changes = codebook.attributes
    .filter(one => one.tag === annotation.tag && annotation.attributes[one.id] !== undefined)
    .map(one => one.meaningChanged)
  return [tag?.meaningChanged, ...changes].some(at => at !== undefined && annotation.modified < at)
}

type MergeTags = Extract<Migration, { kind: 'merge-tags' }>

function merged(tag: Tag, from: string, into: string): Tag {
  return tag.id === from ? { ...tag, key: '', mergedInto: into } : tag
}

function joinQuestions(attributes: readonly Attribute[], merge: MergeTags): Attribute[] {
  const joined: Attribute[] = attributes.filter(one => one.tag !== merge.from)
  for (const one of attributes.filter(({ tag }) => tag === merge.from)) {
    const id = movedId(attributes, merge, one)
    const at = joined.findIndex(known => known.tag === merge.into && known.id === id)
    const known = joined[at]
    if (!known) joined.push({ ...one, id, tag: merge.into })
    else {
      const more = one.choices.filter(choice => !known.choices.some(({ id: there }) => there === choice.id))
      joined[at] = { ...known, choices: [...known.choices, ...more] }
    }
  }
  return joined
}

/** What a question of the tag that is merged away is called at the other. */
function movedId(attributes: readonly Attribute[], { from, into }: MergeTags, { id, kind }: Attribute): string {
  const known = attributes.find(one => one.tag === into && one.id === id)
  return known && known.kind !== kind ? `${from}-${id}` : id
}

function movedIds(attributes: readonly Attribute[], merge: MergeTags): ReadonlyMap<string, string> {
  return new Map(
    attributes.filter(({ tag }) => tag === merge.from).map(one => [one.id, movedId(attributes, merge, one)]),
  )
}

function underOtherIds(attributes: Attributes, ids: ReadonlyMap<string, string>): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([id, value]) => {
      const name = ids.get(id) ?? id
      return [Object.hasOwn(attributes, name) ? id : name, value]
    }),
  )
}

function withChoice(answer: AttributeValue, from: string, into: string): AttributeValue {
  if (answer === from) return into
  if (!isSeveral(answer) || !answer.includes(from)) return answer
  return unique(answer.map(one => (one === from ? into : one)))
}

function isSeveral(answer: AttributeValue): answer is readonly string[] {
  return Array.isArray(answer)
}

function unique<T>(things: readonly T[]): T[] {
  return [...new Set(things)]
}
