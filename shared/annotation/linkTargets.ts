import type { LinkType } from '../codebook/codebook.ts'
import { type Way, waysBetween } from '../codebook/linkTypes.ts'
import { type Annotation, extent, quoteOf } from './annotation.ts'
import type { Layer } from './layer.ts'
import type { Span } from './span.ts'

/** An annotation that another can be linked with. */
export interface LinkTarget {
  readonly annotation: Annotation
  /** How; never empty. */
  readonly ways: readonly Way[]
  /** UTF-16 units between the two, 0 where they touch or overlap; negative before the source. */
  readonly distance: number
}

/** Which targets are asked for. */
export interface Sought {
  readonly types: readonly LinkType[]
  /** No more than this many: the nearest. */
  readonly most: number
  /** Only annotations whose words hold these, whatever their case. */
  readonly words?: string
}

/**
 * What an annotation can be linked with: the nearest, those that a link can
 * lead to before those that it can only come from, and in each the nearest
 * first. One pass over the layer, whatever the order of its tags.
 */
export function linkTargets(layer: Layer, source: Annotation, { types, most, words = '' }: Sought): LinkTarget[] {
  const ways = new Map<string, readonly Way[]>()
  const sought = words.trim().toLowerCase()
  const here = extent(source)
  const target = (annotation: Annotation): LinkTarget | undefined => {
    if (annotation.id === source.id) return undefined
    if (!ways.has(annotation.tag)) ways.set(annotation.tag, waysBetween(types, source.tag, annotation.tag))
    const found = ways.get(annotation.tag)!
    if (found.length === 0 || !(sought === '' || quoteOf(annotation).toLowerCase().includes(sought))) return undefined
    return { annotation, ways: found, distance: distanceTo(here, extent(annotation)) }
  }

  const before: LinkTarget[] = []
  const after: LinkTarget[] = []
  for (const annotation of layer.inOrder()) {
    const begins = extent(annotation).start
    if (begins > here.start && after.length >= most) break
    const one = target(annotation)
    if (!one) continue
    if (begins > here.start) after.push(one)
    else before.push(one)
  }
  // A long one may begin far before and end beside the source, so that side is ordered as a whole.
  return [...before, ...after]
    .sort((one, other) => Math.abs(one.distance) - Math.abs(other.distance))
    .slice(0, most)
    .sort((one, other) => Number(one.ways[0]!.backwards) - Number(other.ways[0]!.backwards))
}

/** From one stretch to another; negative where the other comes before. */
function distanceTo(here: Span, there: Span): number {
  if (there.start >= here.end) return there.start - here.end
  return there.end <= here.start ? there.end - here.start : 0
}
