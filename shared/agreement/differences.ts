import type { DatasetLink } from '../dataset/dataset.ts'
import type { Match, Matching } from './matchLayers.ts'
import { isSameAnswer, type Readied } from './readied.ts'
import type { StatementParts } from './statement.ts'

/** What two matched annotations differ in. `source` and `event` are links that tell who says it and what it is about. */
export type Difference =
  | { readonly kind: 'extent' | 'tag' | 'entity' | 'note' }
  | { readonly kind: 'attribute'; readonly attribute: string }
  /** `onlyA` and `onlyB`: how many links of the type one has that the other hasn't. With `attribute` the ends are the same and an answer isn't. */
  | {
      readonly kind: 'source' | 'event' | 'link'
      readonly type: string
      readonly onlyA: number
      readonly onlyB: number
      readonly attribute?: string
    }

export interface ComparedMatch extends Match {
  /** None where both say the same. */
  readonly differences: readonly Difference[]
  /** The questions that either answers, sorted, and whether both answer them alike. */
  readonly asked: readonly { readonly question: string; readonly isSame: boolean }[]
  /** By type of link. */
  readonly links: ReadonlyMap<string, LinkTally>
}

/** Links of one type from two matched annotations. */
export interface LinkTally {
  readonly both: number
  readonly onlyA: number
  readonly onlyB: number
}

/**
 * What each match differs in. A link is the same as another where both are of
 * one type, begin at annotations that are matched and end at annotations that
 * are matched, at the same entity, or both at the article's own voice. Answers
 * are compared where the tag is the same: they belong to its questions.
 */
export function differencesOf(matching: Pick<Matching, 'matches'>, parts: StatementParts): ComparedMatch[] {
  const inA = new Map<string, string>()
  for (const { a, b } of matching.matches) inA.set(a.annotation.id, b.annotation.id)
  return matching.matches.map(match => compared(match, inA, parts))
}

/** A match of another tolerance, under which only whether both are in one place is told otherwise. */
export function withPlace(match: ComparedMatch, isSamePlace: boolean): ComparedMatch {
  if (match.isSamePlace === isSamePlace) return match
  const others = match.isSamePlace ? match.differences : match.differences.slice(1)
  return { ...match, isSamePlace, differences: isSamePlace ? others : [extent, ...others] }
}

const extent: Difference = { kind: 'extent' }

function compared(match: Match, inA: ReadonlyMap<string, string>, parts: StatementParts): ComparedMatch {
  const { a, b, isSameTag, isSamePlace, overlap } = match
  const differences: Difference[] = []
  if (!isSamePlace) differences.push(extent)
  const asked = answered(a, b)
  if (!isSameTag) differences.push({ kind: 'tag' })
  else
    for (const { question, isSame } of asked) if (!isSame) differences.push({ kind: 'attribute', attribute: question })
  if (a.annotation.entity !== b.annotation.entity) differences.push({ kind: 'entity' })
  const links = comparedLinks(a.links, b.links, inA)
  for (const [type, { onlyA, onlyB, attributes }] of links) {
    const kind = parts.sources.includes(type) ? 'source' : parts.events.includes(type) ? 'event' : 'link'
    if (onlyA + onlyB > 0) differences.push({ kind, type, onlyA, onlyB })
    for (const attribute of attributes) differences.push({ kind, type, onlyA: 0, onlyB: 0, attribute })
  }
  if ((a.annotation.note ?? '') !== (b.annotation.note ?? '')) differences.push({ kind: 'note' })
  return { a, b, isSameTag, isSamePlace, overlap, differences, asked, links }
}

function answered(a: Readied, b: Readied): ComparedMatch['asked'] {
  if (a.questions.length + b.questions.length === 0) return nothing
  const questions = areAlike(a.questions, b.questions)
    ? a.questions
    : [...new Set([...a.questions, ...b.questions])].sort()
  return questions.map(question => ({
    question,
    isSame: isSameAnswer(a.annotation.attributes[question], b.annotation.attributes[question]),
  }))
}

const nothing: ComparedMatch['asked'] = []

function areAlike(ones: readonly string[], others: readonly string[]): boolean {
  return ones.length === others.length && ones.every((one, i) => one === others[i])
}

interface LinkComparison extends LinkTally {
  /** Questions about links whose ends are the same that are answered in another way. */
  readonly attributes: readonly string[]
}

function comparedLinks(
  linksA: readonly DatasetLink[],
  linksB: readonly DatasetLink[],
  inA: ReadonlyMap<string, string>,
): ReadonlyMap<string, LinkComparison> {
  if (linksA.length + linksB.length === 0) return none
  const endA = (link: DatasetLink) => named(link, 'annotation' in link.to ? inA.get(link.to.annotation) : null)
  const endB = (link: DatasetLink) => named(link, 'annotation' in link.to ? link.to.annotation : null)
  const left = grouped(linksB, endB)
  const tallies = new Map<string, { both: number; onlyA: number; onlyB: number; attributes: Set<string> }>()
  for (const type of [...new Set([...linksA, ...linksB].map(link => link.type))].sort())
    tallies.set(type, { both: 0, onlyA: 0, onlyB: 0, attributes: new Set() })
  for (const [end, links] of grouped(linksA, endA)) {
    const others = end === null ? [] : (left.get(end) ?? [])
    for (const [i, link] of links.entries()) {
      const tally = tallies.get(link.type)!
      const other = others[i]
      if (!other) tally.onlyA++
      else {
        tally.both++
        for (const own of [link.attributes, other.attributes])
          for (const attribute of Object.keys(own))
            if (!isSameAnswer(link.attributes[attribute], other.attributes[attribute])) tally.attributes.add(attribute)
      }
    }
  }
  for (const link of linksB) tallies.get(link.type)!.onlyB++
  for (const tally of tallies.values()) tally.onlyB -= tally.both
  return new Map(
    [...tallies].map(([type, { attributes, ...tally }]) => [type, { ...tally, attributes: [...attributes].sort() }]),
  )
}

const none: ReadonlyMap<string, LinkComparison> = new Map()

/** A link by its type and the annotation it ends at, as the second layer calls that (null: it ends at none); null where that isn't matched. */
function named({ type, to }: DatasetLink, end: string | null | undefined): string | null {
  if (end === undefined) return null
  return end === null ? JSON.stringify([type, to]) : `${type.length} ${type} ${end}`
}

/** Links by where they end; those of one end sorted by their answers, so that those that are alike meet. */
function grouped(
  links: readonly DatasetLink[],
  endOf: (link: DatasetLink) => string | null,
): Map<string | null, DatasetLink[]> {
  const groups = new Map<string | null, DatasetLink[]>()
  for (const link of links) {
    const end = endOf(link)
    const known = groups.get(end)
    if (known) known.push(link)
    else groups.set(end, [link])
  }
  for (const group of groups.values())
    if (group.length > 1) group.sort((one, other) => (answersOf(one) < answersOf(other) ? -1 : 1))
  return groups
}

function answersOf({ attributes }: DatasetLink): string {
  return JSON.stringify(Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1)))
}
