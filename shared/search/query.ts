import type { Zone } from '../article/article.ts'

/** What is searched: the article's words, the words of annotations, their notes, or links. */
export const searched = ['text', 'annotations', 'notes', 'links'] as const
export type Searched = (typeof searched)[number]

/**
 * An attribute that annotations must have. `tag` is the tag that it belongs to;
 * a `value` of null asks for annotations where it is not set.
 */
export interface AskedAttribute {
  readonly tag: string
  readonly id: string
  readonly value: string | number | boolean | null
  /**
   * How the value is meant: left out, it is the answer itself. As a bound, `from`
   * or `until`, an answer may reach it (`2031` from `2031-03`); a text `contains`
   * it, whatever the case and the accents. Bounds must all hold.
   */
  readonly how?: HowAsked
}

export const waysToAsk = ['from', 'until', 'contains'] as const
export type HowAsked = (typeof waysToAsk)[number]

/**
 * What a person searches for. A filter that is empty asks for nothing; several
 * values of one filter are alternatives, several filters must all hold.
 *
 * With `what: 'text'`, filters on annotations mean words that such an
 * annotation covers. With anything else empty `words` find all that pass the
 * filters, also annotations that have no place in the present text.
 */
export interface Query {
  /** Several words are a phrase with any white space between them, line breaks too. */
  readonly words: string
  /** Whether capital and small letters differ. */
  readonly matchCase: boolean
  /** Whether accents, vowel points and kinds of apostrophe differ. */
  readonly diacritics: boolean
  readonly wholeWord: boolean
  /** Whether `words` is a regular expression; `^` and `$` are the ends of lines, `diacritics` says nothing then. */
  readonly regex: boolean
  readonly what: Searched
  /** Ids of tags; for links, ids of kinds of links. */
  readonly tags: readonly string[]
  readonly attributes: readonly AskedAttribute[]
  /** What an annotation refers to, or a link leads to. */
  readonly entities: readonly string[]
  /** Whose layers are looked into. */
  readonly annotators: readonly string[]
  readonly zones: readonly Zone[]
  /** When an annotation was last modified, both ends included: `2031`, `2031-03`, `2031-03-04`, or a time in UTC. */
  readonly from?: string
  readonly to?: string
}

/** A query that asks for nothing yet. */
export const emptyQuery: Query = {
  words: '',
  matchCase: false,
  diacritics: false,
  wholeWord: false,
  regex: false,
  what: 'text',
  tags: [],
  attributes: [],
  entities: [],
  annotators: [],
  zones: [],
}

/** Whether a query has a filter that only annotations can pass. */
export function asksOfAnnotations({ tags, attributes, entities, annotators, from, to }: Query): boolean {
  const lists = [tags, attributes, entities, annotators]
  return lists.some(list => list.length > 0) || from !== undefined || to !== undefined
}
