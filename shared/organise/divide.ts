import { stableHash } from '../dataset/splits/stableHash.ts'
import type { Assignment } from '../project/organised.ts'
import type { ProjectEdit, SingleProjectEdit } from '../project/projectEdit.ts'

export interface Division {
  /** Paths inside the workspace, with `/`, in any order. */
  readonly articles: readonly string[]
  /** Ids, in any order; at least one. */
  readonly annotators: readonly string[]
  /** The part of the articles that two annotate, from 0 to 1. */
  readonly double: number
  readonly seed: number
  /** What is assigned already: it stays, and is counted. */
  readonly known: readonly Pick<Assignment, 'article' | 'annotator'>[]
  /** Articles that go to the same annotators because they nearly say the same: the family of each. */
  readonly families?: ReadonlyMap<string, string>
}

/** Who is to annotate an article, besides those who are already. */
export interface Share {
  readonly article: string
  readonly annotators: readonly string[]
}

/**
 * Divides those of the articles that nobody is to annotate yet: as many to two annotators that the
 * double-coded share of all of them is reached, over all pairs evenly, and the others to one, so
 * that all have as many as can be. The order of articles and annotators changes nothing, and the same seed divides in
 * the same way on any machine. What is assigned stays: articles that are added later move no other.
 */
export function divide({ articles, annotators, double, seed, known, families }: Division): Share[] {
  const people = [...new Set(annotators)].sort()
  const scope = [...new Set(articles)]
  const before = annotatorsByArticle(known)
  const loads = new Map(people.map(id => [id, 0]))
  const pairs = new Map(pairsOf(people).map(pair => [pair.join(' '), { pair, articles: 0 }]))
  const take = (ids: readonly string[], count: number) => {
    for (const id of ids) if (loads.has(id)) loads.set(id, loads.get(id)! + count)
    for (const pair of pairsOf([...ids].sort())) {
      const counted = pairs.get(pair.join(' '))
      if (counted) counted.articles += count
    }
  }
  let doubled = 0
  for (const article of scope) {
    const ids = before.get(article)
    if (!ids) continue
    take(ids, 1)
    if (ids.length > 1) doubled++
  }
  const wanted = people.length > 1 ? Math.round(double * scope.length) : 0
  const shares: Share[] = []
  for (const group of groupsOf(
    scope.filter(article => !before.has(article)),
    seed,
    families,
  )) {
    const least = (id: string) => loads.get(id)!
    const isDouble = doubled + group.length / 2 <= wanted && doubled < wanted
    const chosen = isDouble ? leastPair([...pairs.values()], least) : [leastOf(people, least)]
    if (isDouble) doubled += group.length
    take(chosen, group.length)
    for (const article of group) shares.push({ article, annotators: chosen })
  }
  return shares.sort((one, other) => compare(one.article, other.article))
}

/** The edit that assigns these; what is assigned already is the same record, and stays one. */
export function assignEdit(shares: readonly Share[]): ProjectEdit {
  const edits = shares.flatMap(({ article, annotators }) =>
    annotators.map(
      (annotator): SingleProjectEdit => ({
        ...{ kind: 'set', of: 'assignments', id: assignmentId(article, annotator) },
        fields: { article, annotator },
      }),
    ),
  )
  return { kind: 'all', edits }
}

/** The edit that takes assignments away. */
export function unassignEdit(assignments: readonly Pick<Assignment, 'id'>[]): ProjectEdit {
  return { kind: 'all', edits: assignments.map(({ id }) => ({ kind: 'drop', of: 'assignments', id })) }
}

/** What the record of an assignment is called, whoever makes it: no annotator's id has a space. */
export function assignmentId(article: string, annotator: string): string {
  return `${annotator} ${article}`
}

/** Who is to annotate each article, sorted. */
export function annotatorsByArticle(
  assignments: Iterable<Pick<Assignment, 'article' | 'annotator'>>,
): Map<string, readonly string[]> {
  const found = new Map<string, Set<string>>()
  for (const { article, annotator } of assignments) {
    const those = found.get(article)
    if (those) those.add(annotator)
    else found.set(article, new Set([annotator]))
  }
  return new Map([...found].map(([article, ids]) => [article, [...ids].sort()]))
}

/** Families, and articles without one, in an order that the seed draws; the large ones first, for small ones even out. */
function groupsOf(articles: readonly string[], seed: number, families?: ReadonlyMap<string, string>): string[][] {
  const groups = new Map<string, string[]>()
  for (const article of articles) {
    const family = families?.get(article)
    const key = family === undefined ? `article ${article}` : `family ${family}`
    const group = groups.get(key)
    if (group) group.push(article)
    else groups.set(key, [article])
  }
  const drawn = [...groups].map(([key, group]) => ({ group, key, at: stableHash(`${seed} ${key}`) }))
  drawn.sort((one, other) => {
    if (one.group.length !== other.group.length) return other.group.length - one.group.length
    return one.at === other.at ? compare(one.key, other.key) : one.at < other.at ? -1 : 1
  })
  return drawn.map(({ group }) => group)
}

function pairsOf(ids: readonly string[]): [string, string][] {
  return ids.flatMap((one, i) => ids.slice(i + 1).map((other): [string, string] => [one, other]))
}

/** The pair that has the fewest articles together, of those the one that has the fewest to do. */
function leastPair(
  pairs: readonly { readonly pair: readonly [string, string]; readonly articles: number }[],
  load: (id: string) => number,
): readonly string[] {
  let best = pairs[0]!
  const work = ({ pair }: typeof best) => load(pair[0]) + load(pair[1])
  for (const one of pairs)
    if (one.articles < best.articles || (one.articles === best.articles && work(one) < work(best))) best = one
  return best.pair
}

function leastOf(people: readonly string[], load: (id: string) => number): string {
  return people.reduce((best, id) => (load(id) < load(best) ? id : best))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
