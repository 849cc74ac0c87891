import type { Annotation, Link, Unplaced } from '../annotation/annotation.ts'
import { extent, quoteOf } from '../annotation/annotation.ts'
import type { Span } from '../annotation/span.ts'
import { compare } from '../annotation/spanOrder.ts'
import type { Zone } from '../article/article.ts'
import { wholeAtOrBefore } from '../text/surrogates.ts'
import { Covers, type Standing } from './covers.ts'
import { linkPasses, passes } from './filters.ts'
import { type Covering, HIT_CONTEXT, type Hit } from './hit.ts'
import { type Matcher, type Searchable, searchable } from './matcher.ts'
import { asksOfAnnotations, type Query } from './query.ts'

/** Somebody's layer of an article, as far as searching needs it. */
export interface SearchedLayer {
  readonly annotator: string
  /** Whether it is the layer of the person who searches. */
  readonly isOwn: boolean
  /** Where its annotations stand and what they are. */
  standing(): Iterable<Standing>
  /** All that it holds. Not to be asked where `needsWhole` says that a query doesn't. */
  whole(): WholeLayer
}

export interface WholeLayer {
  readonly annotations: Iterable<Annotation>
  readonly unplaced: Iterable<Unplaced>
  readonly links: Iterable<Link>
}

/** An article as it is searched. `ticket` is what it is called in hits. */
export interface SearchedArticle extends Searchable {
  readonly ticket: string
  readonly layers: readonly SearchedLayer[]
  /** What the block is that a UTF-16 offset stands in. */
  zoneAt(offset: number): Zone
  /** When it was written, as `dateOfArticle` reads it; asked only where something is found. */
  written(): string | null
}

/** Whether a query asks for more of a layer than where its annotations stand. */
export function needsWhole(query: Query): boolean {
  return query.what !== 'text' || asksOfAnnotations(query)
}

/** Finds in one article what a query asks for, in the order of the text. `matcher` is the query's. */
export function* look(query: Query, matcher: Matcher | null, article: SearchedArticle): Iterable<Hit> {
  let isFirst = true
  for (const hit of hitsIn(query, matcher, article)) {
    const written = isFirst ? article.written() : null
    isFirst = false
    yield written === null ? hit : { ...hit, written }
  }
}

function hitsIn(query: Query, matcher: Matcher | null, article: SearchedArticle): Iterable<Hit> {
  switch (query.what) {
    case 'text':
      return matcher?.mayFind(article) ? inText(query, matcher, article) : []
    case 'annotations':
      return amongAnnotations(query, article, quoteMatches(matcher))
    case 'notes':
      return amongAnnotations(query, article, noteMatches(matcher))
    case 'links':
      return amongLinks(query, matcher, article)
  }
}

function* inText(query: Query, matcher: Matcher, article: SearchedArticle): Iterable<Hit> {
  const { own, asked } = coversOf(query, article)
  for (const span of matcher.find(article)) {
    const zone = article.zoneAt(span.start)
    if (!isAsked(query, zone) || (asked && asked.holding(span).length === 0)) continue
    const covering = own.touching(span).map(coveringOf)
    yield { ...placed(article, span, zone), covering }
  }
}

/** What stands over places of a text: of the person's own, and of all that pass the filters where there are any. */
function coversOf(query: Query, article: SearchedArticle) {
  const own = article.layers.filter(({ isOwn }) => isOwn).flatMap(layer => [...layer.standing()])
  const asked = asksOfAnnotations(query) ? passing(query, article).map(({ thing }) => thing) : null
  return { own: new Covers(own), asked: asked && new Covers(asked) }
}

/** What the words are found in, and where; null where they aren't. */
type Found = { readonly in: string; readonly at: Span } | null
type Finds = (annotation: Annotation) => Found

function quoteMatches(matcher: Matcher | null): Finds {
  return annotation => {
    const quote = quoteOf(annotation)
    return hasMatch(matcher, quote) ? { in: quote, at: { start: 0, end: quote.length } } : null
  }
}

function noteMatches(matcher: Matcher | null): Finds {
  return ({ note = '' }) => {
    if (note === '') return null
    const at = matcher ? firstOf(matcher.find(searchable(note))) : { start: 0, end: note.length }
    return at ? { in: note, at } : null
  }
}

function* amongAnnotations(query: Query, article: SearchedArticle, finds: Finds): Iterable<Hit> {
  const isNote = query.what === 'notes'
  for (const { annotator, thing: annotation } of passing(query, article)) {
    const place = extent(annotation)
    const zone = article.zoneAt(place.start)
    const found = isAsked(query, zone) ? finds(annotation) : null
    if (!found) continue
    const words = isNote ? around(found.in, found.at) : { ...around(article.text, place), quote: found.in }
    yield { article: article.ticket, ...place, ...words, zone, annotator, annotation, covering: [] }
  }
  // What has no place has no zone either.
  if (query.zones.length > 0) return
  for (const layer of article.layers) {
    const { annotator } = layer
    for (const unplaced of layer.whole().unplaced) {
      const found = passes(query, annotator, unplaced) ? finds(unplaced) : null
      if (!found) continue
      const { before = '', after = '' } = unplaced.spans.length > 0 ? unplaced.spans[0]! : {}
      const words = isNote ? around(found.in, found.at) : { quote: found.in, before, after }
      yield { article: article.ticket, start: 0, end: 0, ...words, zone: 'body', annotator, unplaced, covering: [] }
    }
  }
}

function* amongLinks(query: Query, matcher: Matcher | null, article: SearchedArticle): Iterable<Hit> {
  for (const layer of article.layers) {
    const { annotator } = layer
    const { annotations, links } = layer.whole()
    const asked = [...links].filter(link => linkPasses(query, annotator, link))
    const from = asked.length > 0 ? new Map([...annotations].map(one => [one.id, one])) : new Map<string, Annotation>()
    for (const link of asked) {
      const annotation = from.get(link.from)
      const place = annotation ? extent(annotation) : (link.cue ?? { start: 0, end: 0 })
      const zone = article.zoneAt(place.start)
      const quote = link.cue?.quote ?? (annotation ? quoteOf(annotation) : '')
      if (!isAsked(query, zone) || !hasMatch(matcher, quote)) continue
      const words = { ...around(article.text, place), quote }
      const { start, end } = place
      yield { article: article.ticket, start, end, ...words, zone, annotator, link, covering: [] }
    }
  }
}

interface Whose {
  readonly annotator: string
  readonly thing: Annotation
}

/** The annotations of all layers that pass the filters, in the order of the text. */
function passing(query: Query, { layers }: SearchedArticle): Whose[] {
  const found: Whose[] = []
  for (const layer of layers) {
    const { annotator } = layer
    for (const thing of layer.whole().annotations) if (passes(query, annotator, thing)) found.push({ annotator, thing })
  }
  return found.sort((one, other) => compare(one.thing, other.thing) || (one.annotator < other.annotator ? -1 : 1))
}

function placed(article: SearchedArticle, { start, end }: Span, zone: Zone): Omit<Hit, 'covering'> {
  return { article: article.ticket, start, end, ...around(article.text, { start, end }), zone }
}

/** Words with their surroundings: for a line that shows them in context. */
function around(text: string, { start, end }: Span): Pick<Hit, 'quote' | 'before' | 'after'> {
  return {
    quote: text.slice(start, end),
    before: lastCharacters(text.slice(Math.max(0, start - 2 * HIT_CONTEXT), start)),
    after: firstCharacters(text.slice(end, end + 2 * HIT_CONTEXT)),
  }
}

/** The last `HIT_CONTEXT` code points. */
function lastCharacters(text: string): string {
  let from = text.length
  for (let i = 0; i < HIT_CONTEXT && from > 0; i++) from = wholeAtOrBefore(text, from - 1)
  return text.slice(from)
}

function firstCharacters(text: string): string {
  let to = 0
  for (let i = 0; i < HIT_CONTEXT && to < text.length; i++) to += (text.codePointAt(to) ?? 0) > 0xffff ? 2 : 1
  return text.slice(0, to)
}

function isAsked({ zones }: Query, zone: Zone): boolean {
  return zones.length === 0 || zones.includes(zone)
}

function hasMatch(matcher: Matcher | null, text: string): boolean {
  return matcher === null || firstOf(matcher.find(searchable(text))) !== undefined
}

function firstOf<T>(things: Iterable<T>): T | undefined {
  for (const thing of things) return thing
  return undefined
}

function coveringOf({ id, tag, entity }: Standing): Covering {
  return entity === undefined ? { id, tag } : { id, tag, entity }
}
