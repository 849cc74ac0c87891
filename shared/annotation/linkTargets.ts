import type { LinkType } from '../codebook/codebook.ts'
import { type Way, waysBetween } from '../codebook/linkTypes.ts'
import { type Annotation, extent, quoteOf } from './annotation.ts'
import type { Layer } from './layer.ts'
import type { Span } from './span.ts'
import { compare } from './spanOrder.ts'

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
 * first. Looks outwards from the annotation, no further than it takes.
 */
export function linkTargets(layer: Layer, source: Annotation, { types, most, words = '' }: Sought): LinkTarget[] {
  const known = new Map<string, readonly Way[]>()
  const sought = words.trim().toLowerCase()
  const here = extent(source)
  function waysTo({ tag }: Annotation): readonly Way[] {
    const ways = known.get(tag) ?? waysBetween(types, source.tag, tag)
    known.set(tag, ways)
    return ways
  }
  return layer
    .nearest(
      here,
      most,
      one => one.id !== source.id && waysTo(one).length > 0 && (sought === '' || smallWords(one).includes(sought)),
    )
    .map(annotation => ({ annotation, ways: waysTo(annotation), distance: distanceTo(here, extent(annotation)) }))
    .sort(
      (one, other) => Math.abs(one.distance) - Math.abs(other.distance) || compare(one.annotation, other.annotation),
    )
    .slice(0, most)
    .sort((one, other) => Number(one.ways[0]!.backwards) - Number(other.ways[0]!.backwards))
}

/** The words of annotations in small letters, made once for each. */
const small = new WeakMap<Annotation, string>()

function smallWords(annotation: Annotation): string {
  const made = small.get(annotation) ?? quoteOf(annotation).toLowerCase()
  small.set(annotation, made)
  return made
}

/** From one stretch to another; negative where the other comes before. */
function distanceTo(here: Span, there: Span): number {
  if (there.start >= here.end) return there.start - here.end
  return there.end <= here.start ? there.end - here.start : 0
}
