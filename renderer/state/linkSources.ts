import type { Annotation, Link } from '../../shared/annotation/annotation.ts'
import type { Layer } from '../../shared/annotation/layer.ts'
import type { LinkType } from '../../shared/codebook/codebook.ts'
import { sourceType } from '../../shared/codebook/linkTypes.ts'
import { linksInOrder } from './linkWays.ts'

/**
 * The links that lead from a claim to who put it forward; from an actor to
 * their claims. From what has both, the way to its own source goes first.
 */
export function sourceLinks(layer: Layer, annotation: Annotation, types: readonly LinkType[]): Link[] {
  const links = linksInOrder(layer, annotation.id)
  const own = sourceType(types, annotation.tag)
  const begin = links.filter(link => link.from === annotation.id && link.type === own?.id)
  if (begin.length > 0) return begin
  return links.filter(link => {
    const from = link.from === annotation.id ? undefined : layer.annotations.get(link.from)
    return from !== undefined && sourceType(types, from.tag)?.id === link.type
  })
}

/** The link after `current` in a list, round and round; the first where that isn't in it. */
export function nextLink(links: readonly Link[], current: string | null): Link | undefined {
  const at = links.findIndex(link => link.id === current)
  return links[(at + 1) % links.length]
}
