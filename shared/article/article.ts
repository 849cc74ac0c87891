import type { Span } from '../annotation/span.ts'
import type { Metadata } from './metadata.ts'

/** What a block is in the article: DESIGN's closed list. */
export const zones = [
  'title',
  'standfirst',
  'byline',
  'dateline',
  'heading',
  'body',
  'quote',
  'caption',
  'boilerplate',
] as const
export type Zone = (typeof zones)[number]

/** How a block is set that is one of several alike: an item of a list, a row of a table with tabs between its cells. */
export const forms = ['item', 'row'] as const
export type Form = (typeof forms)[number]

/**
 * One block of an article: a line with its line end, or a run of lines where
 * the file is hard-wrapped. The blocks' texts in order are the article's text,
 * without a gap; blank lines are blocks too. Offsets are UTF-16.
 */
export interface Block extends Span {
  readonly zone: Zone
  /** Who said so: the reader's rules or a person. */
  readonly by: 'reader' | 'person'
  /** Left out for a paragraph. No sign of it stands in the text. */
  readonly form?: Form
}

/** An article as a reader hands it over. Pure data; `text` is the string that offsets count. */
export interface Article {
  /** For instance `plain-text/1`: what turned bytes into text, and the version of its rules. */
  readonly reader: string
  /** The version of the rules that recognised the zones. */
  readonly zoneRules: number
  readonly text: string
  readonly blocks: readonly Block[]
  /** The title's words, or '' when the rules found none. */
  readonly title: string
  /** What the file says of the article beside its text. */
  readonly metadata: Metadata
  /** A codec that keeps every character: `utf-8`, `utf-16-le`, `windows-1252`… */
  readonly encoding: string
  /** How the encoding is known: the file's mark, its valid bytes, what the file declares, a guess, or a person who said so. */
  readonly encodingBy: 'mark' | 'valid' | 'declared' | 'detected' | 'person'
  /** Bytes that meant nothing in the encoding and stand as U+FFFD in the text. */
  readonly invalidBytes: number
  /** The numbers of the file's pages on which no text was found: pictures of it, as a scanner makes them. Left out where there are none. */
  readonly pagesWithoutText?: readonly number[]
  /** Characters of the text that nobody sees unless they are marked. */
  readonly unseen: number
  /** Whether the sidecar must hold the text, since the file isn't plain valid UTF-8. */
  readonly textInSidecar: boolean
}
