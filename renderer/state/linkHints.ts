import type { Annotation, LinkEnd } from '../../shared/annotation/annotation.ts'
import type { Layer } from '../../shared/annotation/layer.ts'
import { linkTargets } from '../../shared/annotation/linkTargets.ts'
import type { LinkType } from '../../shared/codebook/codebook.ts'
import { type Way, waysBetween } from '../../shared/codebook/linkTypes.ts'
import { hintLetters } from './hintLetters.ts'

/** An entity as a target of links. */
export interface NamedEntity {
  readonly id: string
  readonly name: string
  readonly kind: string
}

/** What a hint points at. */
export type HintEnd =
  | { readonly kind: 'annotation'; readonly annotation: Annotation; readonly distance: number }
  | { readonly kind: 'author'; readonly to: LinkEnd }
  | { readonly kind: 'entity'; readonly entity: NamedEntity; readonly to: LinkEnd }

/** A target of a link with the letters that choose it. */
export interface Hint {
  /** One letter or two, small; empty for what is pointed at otherwise. */
  readonly key: string
  readonly end: HintEnd
  readonly ways: readonly Way[]
}

/** So many annotations get letters; words find the others. */
export const MOST_TARGETS = 60
/** So many entities are offered at once. */
const MOST_ENTITIES = 8
/** The article's own voice is always under the same letter. */
export const AUTHOR_KEY = 'a'

/** What is offered. */
export interface Offered {
  readonly types: readonly LinkType[]
  /** Only what holds these words; none: everything. */
  readonly words: string
  readonly entities: (words: string) => readonly NamedEntity[]
}

/** Everything that an annotation can be linked with, each under its letters: annotations, the article's own voice, entities. */
export function hintsFrom(layer: Layer, source: Annotation, { types, words, entities }: Offered): Hint[] {
  const targets = linkTargets(layer, source, { types, words, most: MOST_TARGETS })
  const toAuthor = words === '' ? waysBetween(types, source.tag, 'author') : []
  const toEntity = waysBetween(types, source.tag, 'entity')
  const named = toEntity.length > 0 ? entities(words).slice(0, MOST_ENTITIES) : []
  const letters = hintLetters(targets.length + named.length, AUTHOR_KEY)
  const ends: Omit<Hint, 'key'>[] = [
    ...targets.map(({ annotation, distance, ways }) => ({
      end: { kind: 'annotation' as const, annotation, distance },
      ways,
    })),
    ...named.map(entity => ({ end: { kind: 'entity' as const, entity, to: { entity: entity.id } }, ways: toEntity })),
  ]
  const hints = ends.map((end, i) => ({ ...end, key: letters[i]! }))
  if (toAuthor.length === 0) return hints
  const author: Hint = { key: AUTHOR_KEY, ways: toAuthor, end: { kind: 'author', to: { author: true } } }
  return [...hints, author]
}
