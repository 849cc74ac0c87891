import type { LinkType, Tag } from './codebook.ts'
import { isOffered } from './offered.ts'

/**
 * A kind of link between two ends, as seen from the one in hand: `backwards`
 * where the codebook has it begin at the other end and lead here.
 */
export interface Way {
  readonly type: LinkType
  readonly backwards: boolean
}

/**
 * The ways to link an annotation of the tag `from` with another end, which is
 * the id of a tag, `author` or `entity`: those that begin here in the order of
 * the codebook, then those that can only lead here.
 */
export function waysBetween(types: readonly LinkType[], from: string, to: string): Way[] {
  const onwards = types.filter(type => isOffered(type) && type.from.includes(from) && type.to.includes(to))
  const back = types.filter(
    type => isOffered(type) && type.from.includes(to) && type.to.includes(from) && !onwards.includes(type),
  )
  return [...waysOf(onwards, false), ...waysOf(back, true)]
}

/** All the ways to link an annotation of a tag with anything, in the order of the codebook. */
export function waysFrom(types: readonly LinkType[], tag: string): Way[] {
  return types
    .filter(type => isOffered(type) && (type.from.includes(tag) || type.to.includes(tag)))
    .map(type => ({ type, backwards: !type.from.includes(tag) }))
}

/**
 * The tag that words get which become the other end of a link: the first that
 * one of the ways allows; undefined where none of them leads to an annotation.
 */
export function tagAtOtherEnd(ways: readonly Way[], tags: readonly Tag[]): string | undefined {
  const offered = new Set(tags.filter(isOffered).map(tag => tag.id))
  return ways.flatMap(({ type, backwards }) => (backwards ? type.from : type.to)).find(end => offered.has(end))
}

/**
 * The kind of link that says whose statement an annotation of this tag is: the
 * first that allows the article's own voice, else the first that begins there.
 */
export function sourceType(types: readonly LinkType[], tag: string): LinkType | undefined {
  const own = types.filter(type => type.from.includes(tag))
  return own.find(type => type.to.includes('author')) ?? own[0]
}

function waysOf(types: readonly LinkType[], backwards: boolean): Way[] {
  return types.map(type => ({ type, backwards }))
}
