import { makeAnchor } from '../annotation/anchor.ts'
import type { Span } from '../annotation/span.ts'
import type { DatasetAnnotation, DatasetAttributes, DatasetLayer, DatasetLink } from '../dataset/dataset.ts'
import { sha256Now } from '../text/sha256Now.ts'

/**
 * What the annotations of a layer say, by their ids: SHA-256 of tag, words and
 * their surroundings (as a layer's file keeps them: `makeAnchor`), answers,
 * entity, note, and of the links from it what they are and what their other
 * ends say. Neither ids nor offsets are in it: an annotation that a change far
 * away in the text has moved says what it said.
 */
export function sayings(text: string, { annotations, links }: DatasetLayer): ReadonlyMap<string, string> {
  const bare = new Map(annotations.map(one => [one.id, bareSaying(text, one)]))
  const linksOf = new Map<string, string[]>()
  for (const link of links) {
    const told = linkSaying(text, link, bare)
    const known = linksOf.get(link.from)
    if (known) known.push(told)
    else linksOf.set(link.from, [told])
  }
  return new Map(
    annotations.map(({ id }) => [id, sha256Now(JSON.stringify([bare.get(id), (linksOf.get(id) ?? []).sort()]))]),
  )
}

function bareSaying(text: string, { tag, spans, attributes, entity, note }: DatasetAnnotation): string {
  return JSON.stringify([
    tag,
    spans.map(span => placeSaying(text, span)),
    answers(attributes),
    entity ?? null,
    note ?? '',
  ])
}

function linkSaying(
  text: string,
  { type, to, attributes, cue }: DatasetLink,
  bare: ReadonlyMap<string, string>,
): string {
  const end = 'annotation' in to ? (bare.get(to.annotation) ?? null) : to
  return JSON.stringify([type, end, answers(attributes), cue ? placeSaying(text, cue) : null])
}

function placeSaying(text: string, span: Span): readonly [string, string, string] {
  const { quote, before, after } = makeAnchor(text, span)
  return [before, quote, after]
}

/** By question; of several answers to one, the order says nothing. */
function answers(attributes: DatasetAttributes): unknown {
  return Object.keys(attributes)
    .sort()
    .map(key => [key, sortedAnswer(attributes[key]!)])
}

function sortedAnswer(answer: DatasetAttributes[string]): unknown {
  return Array.isArray(answer) ? [...answer].sort() : answer
}
