import { makeAnchor } from '../annotation/anchor.ts'
import type { Annotation, Link } from '../annotation/annotation.ts'
import type { SingleEdit } from '../annotation/asOne.ts'
import { isSame } from '../json/isSame.ts'
import { isObject, type Json } from '../json/json.ts'
import { adjudicatedOf } from './adjudicated.ts'
import type { Case, CaseLink, Opinion } from './case.ts'
import type { Bench } from './decision.ts'
import { goldLinkIdOf } from './goldIds.ts'
import { nameOf } from './stateOf.ts'

/** A link as gold is to have it, and of which links of whom it is made. */
interface Wanted {
  readonly link: Omit<Link, 'id' | 'rest'>
  readonly of: { readonly layer: string; readonly link: string }[]
}

/**
 * The edits that give what is made of a case its links, and take away those that
 * earlier decisions gave it. A link is made where what it begins at was taken,
 * and something stands in gold for what it ends at: from the case's own opinions,
 * and from what was taken before and leads here. `verdicts` of the bench are
 * those after the decision; `removed` has gone from gold with all its links.
 */
export function linkEditsOf(
  one: Case,
  made: readonly Annotation[],
  removed: readonly Annotation[],
  bench: Bench,
): SingleEdit[] {
  const { gold } = bench
  const gone = new Set(removed.map(({ id }) => id))
  const makes = new Map(made.map(annotation => [annotation.id, annotation]))
  const wanted = new Map<string, Wanted>()
  for (const opinion of [...one.opinions, ...leadingTo(one, bench)]) {
    const from = takenAs(opinion)
    if (from === undefined) continue
    for (const link of opinion.links) {
      const to = endOf(opinion, link)
      if (to === null || ('annotation' in to && to.annotation === from)) continue
      if (!makes.has(from) && !('annotation' in to && makes.has(to.annotation))) continue
      want(opinion, from, link, to)
    }
  }
  const kept = new Set<string>()
  const edits: SingleEdit[] = []
  for (const [key, { link, of }] of wanted) {
    const standing = gold.linksOf(link.from).find(other => keyOf(other) === key && !gone.has(endIn(other)))
    const present = standing && sourcesOf(standing)
    kept.add(standing?.id ?? '')
    // What the reviewer made, or changed since, stays as it is.
    if (standing && (!present || of.some(source => present.some(other => isSame(source, other))))) continue
    const id = standing?.id ?? goldLinkIdOf(key)
    edits.push({ kind: 'putLink', link: { id, ...link, rest: JSON.stringify({ of }) } })
  }
  for (const { id } of made)
    for (const link of gold.linksOf(id))
      if (isMadeLink(link) && !kept.has(link.id)) edits.push({ kind: 'removeLink', id: link.id })
  return edits

  /** The annotation in gold that an opinion was made into, where it was: one that something else stands for is none. */
  function takenAs(opinion: Opinion): string | undefined {
    const name = nameOf(opinion)
    const id = bench.verdicts.get(name)?.gold
    const annotation = id === undefined ? undefined : (makes.get(id) ?? gold.annotations.get(id))
    if (!annotation || gone.has(annotation.id)) return undefined
    return adjudicatedOf(annotation.origin)?.of.some(source => nameOf(source) === name) ? annotation.id : undefined
  }

  function endOf({ layer }: Opinion, { to }: CaseLink): Link['to'] | null {
    if (!('annotation' in to)) return to
    const stands = bench.verdicts.get(nameOf({ layer, annotation: to.annotation }))?.gold
    if (stands === undefined || gone.has(stands)) return null
    return makes.has(stands) || gold.annotations.has(stands) ? { annotation: stands } : null
  }

  function want(opinion: Opinion, from: string, { id, type, attributes, cue }: CaseLink, to: Link['to']): void {
    const source = { layer: opinion.layer, link: id }
    const key = keyOf({ type, from, to })
    const known = wanted.get(key)
    if (known) known.of.push(source)
    else {
      const words = cue ? { cue: makeAnchor(bench.text, cue) } : {}
      wanted.set(key, { link: { type, from, to, attributes: { ...attributes }, ...words }, of: [source] })
    }
  }
}

/** Opinions of other cases with links that lead to opinions of this one. */
function leadingTo(one: Case, { opinions }: Bench): Opinion[] {
  const leading = leadingIn(opinions)
  const found = new Set(one.opinions.flatMap(opinion => leading.get(nameOf(opinion)) ?? []))
  for (const opinion of one.opinions) found.delete(opinions.get(nameOf(opinion)) ?? opinion)
  return [...found]
}

const known = new WeakMap<Bench['opinions'], ReadonlyMap<string, readonly Opinion[]>>()

/** By name: the opinions that have a link to it. */
function leadingIn(opinions: Bench['opinions']): ReadonlyMap<string, readonly Opinion[]> {
  const before = known.get(opinions)
  if (before) return before
  const found = new Map<string, Opinion[]>()
  for (const opinion of opinions.values())
    for (const { to } of opinion.links) {
      if (!('annotation' in to)) continue
      const name = nameOf({ layer: opinion.layer, annotation: to.annotation })
      const others = found.get(name)
      if (others) others.push(opinion)
      else found.set(name, [opinion])
    }
  known.set(opinions, found)
  return found
}

function keyOf({ type, from, to }: Pick<Link, 'type' | 'from' | 'to'>): string {
  const end = 'annotation' in to ? ['annotation', to.annotation] : 'entity' in to ? ['entity', to.entity] : ['author']
  return JSON.stringify([type, from, end])
}

function endIn({ to }: Link): string {
  return 'annotation' in to ? to.annotation : ''
}

/** Whether a link was made by a decision, and not by hand. */
export function isMadeLink(link: Link): boolean {
  return sourcesOf(link) !== null
}

/** The links that a link in gold was made of; null for one that was made by hand. */
function sourcesOf({ rest }: Link): readonly Json[] | null {
  if (rest === undefined) return null
  const said = JSON.parse(rest) as Json
  const of = isObject(said) ? said['of'] : undefined
  return Array.isArray(of) ? of : null
}
