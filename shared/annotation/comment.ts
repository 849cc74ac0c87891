import type { Anchor, Rest } from './annotation.ts'
import { isOpaqueEntry, type Opaque } from './opaque.ts'

/** A part of the codebook, by its id. */
export interface CodebookEntry {
  readonly kind: 'tag' | 'attribute' | 'link'
  readonly id: string
  readonly rest?: Rest
}

/**
 * What a comment is about. `layer` is an annotator's id: the file in which the
 * thing stands. `lost` are words that have no place in the present text: their
 * offsets count **code points of the text with hash `textSha256`**.
 */
export type CommentTarget =
  | { readonly layer: string; readonly annotation: string; readonly rest?: Rest }
  | { readonly layer: string; readonly comment: string; readonly rest?: Rest }
  | { readonly layer: string; readonly verdict: string; readonly rest?: Rest }
  | { readonly span: Anchor; readonly rest?: Rest }
  | { readonly lost: Anchor; readonly textSha256: string; readonly rest?: Rest }
  | { readonly article: true; readonly rest?: Rest }
  | { readonly entry: CodebookEntry; readonly rest?: Rest }

/** What a comment does: says something, asks, disagrees with a verdict, closes a thread, or opens it again. */
export const commentKinds = ['note', 'question', 'disagree', 'resolve', 'reopen'] as const
export type CommentKind = (typeof commentKinds)[number]

/**
 * Something a person wrote about a piece of anybody's work. It stands in the
 * file of whoever wrote it, so nobody's file has two writers, and goes wherever
 * that file goes.
 */
export interface Comment {
  readonly id: string
  /** One of `commentKinds`; a later version's kind is carried as it came. */
  readonly kind: string
  readonly on: CommentTarget
  readonly text: string
  /** ISO 8601, in UTC. */
  readonly created: string
  readonly modified?: string
  /** When an answer brought it into this file: `created` is by the clock of whoever answered, and nobody here saw it before this. */
  readonly came?: string
  readonly rest?: Rest
}

/** The words of the text that a comment is about, in UTF-16; undefined where it is about something else, or they have no place. */
export function spanOf(comment: Comment | Opaque): Anchor | undefined {
  return !isOpaqueEntry(comment) && 'span' in comment.on ? comment.on.span : undefined
}
