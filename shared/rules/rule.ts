import type { Annotation } from '../annotation/annotation.ts'
import type { Edit } from '../annotation/edit.ts'
import type { Layer } from '../annotation/layer.ts'
import type { Span } from '../annotation/span.ts'
import type { Block } from '../article/article.ts'
import type { Codebook } from '../codebook/codebook.ts'
import type { Quotation } from '../text/quotations.ts'
import type { Names } from './names.ts'

/** What is looked for. The list of problems shows rules in this order. */
export const ruleIds = [
  'claim-without-source',
  'quotation-without-claim',
  'event-without-type',
  'actor-without-entity',
  'one-character-apart',
  'name-of-two',
  'link-without-end',
  'inside-a-word',
  'older-meaning',
] as const
export type RuleId = (typeof ruleIds)[number]

/** What rules look at: one layer on its text. It changes in place. */
export interface View {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly layer: Layer
  readonly codebook: Codebook
  readonly register: Register
  readonly names: Names
  /** The quotations in a block that stand in no other, in order. */
  readonly quotationsIn: (block: number) => readonly Quotation[]
}

/** What rules know of the project's entities. */
export interface Register {
  /** The entity that an id stands for now: itself, or what it was merged into. */
  standsFor(id: string): string
  /** What it is called; its id where that isn't known. */
  nameOf(id: string): string
  /** Whether it is gone for certain. */
  isGone(id: string): boolean
}

/** Where no register is at hand, every entity is there, is itself, and is called by its id. */
export const unknownRegister: Register = { standsFor: id => id, nameOf: id => id, isGone: () => false }

/** One problem, at one place. */
export interface Finding {
  /** The same as long as the problem is: the rule, and what it is about. */
  readonly key: string
  readonly rule: RuleId
  /** The words that it is about, in UTF-16. */
  readonly place: Span
  /** The annotation that is selected on going there. */
  readonly annotation?: string
  /** The other one of two. */
  readonly other?: string
  readonly link?: string
}

/**
 * One way out of a problem. `edit` is done as it stands; the others are asked
 * of whoever does such things: tags words, opens an attribute, links, refers
 * to an entity.
 */
export type Fix =
  | {
      readonly kind: 'edit'
      readonly what: 'merge' | 'remove-link' | 'grow' | 'one-entity' | 'set' | 'still-right'
      /** What it comes to, where there are several of the same: an entity, an answer. */
      readonly label: string
      /** `now` is the time that it is done at, ISO 8601. */
      readonly edit: (now: string) => Edit
    }
  | { readonly kind: 'tag'; readonly tag: string; readonly words: Span }
  | { readonly kind: 'attribute'; readonly attribute: string }
  | { readonly kind: 'link' }
  | { readonly kind: 'entity' }
  | { readonly kind: 'retag' }

/** What a rule is asked about one at a time: an annotation or a link by its id, a quotation by its block and its place in that, a name by its words. */
export type Subject = 'annotation' | 'link' | 'quotation' | 'name'

/** One thing that is looked for. Pure: the same view gives the same findings, and a codebook that knows nothing of it gives none. */
export interface Rule {
  readonly id: RuleId
  readonly subject: Subject
  /** What is wrong with one subject, which may be gone. */
  readonly find: (view: View, subject: string) => readonly Finding[]
  /** Other annotations that have to be asked anew when this one comes, goes or changes. */
  readonly reach?: (view: View, annotation: Annotation) => Iterable<string>
  /** Ways out, the usual one first. */
  readonly fixes: (view: View, finding: Finding) => readonly Fix[]
}
