import { type Annotation, quoteOf } from '../annotation/annotation.ts'
import { heldBy } from '../rules/nameOfTwo.ts'
import type { Entity } from './entity.ts'
import { goesBy } from './entityEdits.ts'

/** Longer words are a description, whatever they begin with. */
const LONGEST_ALIAS = 200

/**
 * The words by which an entity is known from now on, once an annotation refers
 * to it: those of a mention by name (said so, or written with a capital), if it
 * doesn't go by them yet; null otherwise.
 */
export function aliasLearned(annotation: Annotation, entity: Pick<Entity, 'name' | 'aliases'>): string | null {
  const name = heldBy({ ...annotation, entity: 'any' })?.name.trim() ?? ''
  return name === '' || name.length > LONGEST_ALIAS || goesBy(entity, name) ? null : name
}

/** The words of an annotation as a name: on one line. */
export function wordsOf(annotation: Annotation): string {
  return quoteOf(annotation).normalize('NFC').replace(/\s+/g, ' ').trim()
}
