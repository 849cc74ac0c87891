import type { Annotation, Link } from '../../shared/annotation/annotation.ts'
import type { Layer } from '../../shared/annotation/layer.ts'
import type { LinkType } from '../../shared/codebook/codebook.ts'
import { type Way, waysBetween } from '../../shared/codebook/linkTypes.ts'

/** The kinds that a link can have between its ends, as seen from where it begins; none where an end isn't in the layer. */
export function waysOfLink({ annotations }: Layer, types: readonly LinkType[], { from, to }: Link): Way[] {
  const begins = annotations.get(from)
  if (!begins) return []
  if ('annotation' in to) {
    const ends = annotations.get(to.annotation)
    return ends ? waysBetween(types, begins.tag, ends.tag) : []
  }
  return waysBetween(types, begins.tag, 'entity' in to ? 'entity' : 'author')
}

/** A link of another kind. Answers to questions that only the old kind asks are given up. */
export function retyped(link: Link, { type, backwards }: Way, types: readonly LinkType[]): Link {
  const asked = new Set(type.attributes.map(({ id }) => id))
  const left = new Set(types.find(({ id }) => id === link.type)?.attributes.map(({ id }) => id))
  const kept = Object.entries(link.attributes).filter(([id]) => asked.has(id) || !left.has(id))
  const typed = { ...link, type: type.id, attributes: Object.fromEntries(kept) }
  if (!backwards || !('annotation' in link.to)) return typed
  return { ...typed, from: link.to.annotation, to: { annotation: link.from } }
}

/** The links of an annotation: those that begin at it, then those that lead to it in the order of the text. */
export function linksInOrder(layer: Layer, id: string): Link[] {
  const links = layer.linksOf(id)
  const startOf = ({ from }: Link) => layer.annotations.get(from)?.spans[0]?.start ?? Number.POSITIVE_INFINITY
  const leading = links.filter(link => link.from !== id).sort((one, other) => startOf(one) - startOf(other))
  return [...links.filter(link => link.from === id), ...leading]
}

/** The annotation at the other end of a link, as seen from one of its ends; undefined for what isn't an annotation of the layer. */
export function otherEnd(layer: Layer, { from, to }: Link, id: string): Annotation | undefined {
  if (from !== id) return layer.annotations.get(from)
  return 'annotation' in to ? layer.annotations.get(to.annotation) : undefined
}
