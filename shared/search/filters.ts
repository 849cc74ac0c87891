import type { Annotation, Link } from '../annotation/annotation.ts'
import { mayBeFrom, mayBeUntil } from '../codebook/dateBounds.ts'
import { fold } from './fold.ts'
import type { AskedAttribute, Query } from './query.ts'

/** Whether an annotation of somebody's passes the filters of a query; its words and its zone are looked at elsewhere. */
export function passes(query: Query, annotator: string, annotation: Annotation): boolean {
  const { tags, entities, annotators } = query
  const { tag, entity, modified } = annotation
  return (
    isAmong(annotators, annotator) &&
    isAmong(tags, tag) &&
    (entities.length === 0 || (entity !== undefined && entities.includes(entity))) &&
    isWithin(query, modified) &&
    hasAsked(query, annotation)
  )
}

/** Whether a link passes: `tags` are kinds of links here, and `entities` what it leads to. It has no dates and no tag of its own. */
export function linkPasses({ annotators, tags, entities }: Query, annotator: string, { type, to }: Link): boolean {
  const leads = entities.length === 0 || ('entity' in to && entities.includes(to.entity))
  return isAmong(annotators, annotator) && isAmong(tags, type) && leads
}

function isAmong(asked: readonly string[], value: string): boolean {
  return asked.length === 0 || asked.includes(value)
}

/** Times are compared as far as they are given: `to: '2031'` holds all of that year. */
function isWithin({ from, to }: Query, time: string): boolean {
  return (
    (from === undefined || time.slice(0, from.length) >= from) && (to === undefined || time.slice(0, to.length) <= to)
  )
}

/**
 * Of each attribute that is asked for, one of the values must be there. An
 * annotation of a tag without any passes only where its tag is asked for by name.
 */
function hasAsked({ attributes, tags }: Query, { tag, attributes: has }: Annotation): boolean {
  if (attributes.length === 0) return true
  const own = attributes.filter(asked => asked.tag === tag)
  if (own.length === 0) return tags.includes(tag)
  return own.every(asked =>
    isBound(asked)
      ? hasValue(has[asked.id], asked)
      : own.some(other => other.id === asked.id && !isBound(other) && hasValue(has[asked.id], other)),
  )
}

function isBound({ how }: AskedAttribute): boolean {
  return how === 'from' || how === 'until'
}

function hasValue(value: Annotation['attributes'][string] | undefined, { value: asked, how }: AskedAttribute): boolean {
  if (asked === null) return value === undefined
  if (how === 'contains') return typeof value === 'string' && plain(value).includes(plain(String(asked)))
  if (how && typeof asked === 'number')
    return typeof value === 'number' && (how === 'from' ? value >= asked : value <= asked)
  if (how) return typeof value === 'string' && (how === 'from' ? mayBeFrom : mayBeUntil)(value, String(asked))
  return Array.isArray(value) ? value.includes(asked) : value === asked
}

function plain(text: string): string {
  return fold(text, { matchCase: false, diacritics: false })
}
