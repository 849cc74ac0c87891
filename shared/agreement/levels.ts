/** What both layers have, and what only one has. */
export interface Tally {
  readonly both: number
  readonly onlyA: number
  readonly onlyB: number
}

/** Of how many it is asked, and of how many of these it is the same. */
export interface Share {
  readonly same: number
  readonly of: number
}

/**
 * How far two layers agree, level by level, as counts: those of several articles
 * are added (`addLevels`), and each figure is made of them.
 */
export interface Levels {
  /** Annotations of the same tag that share words. */
  readonly found: Tally
  /** Annotations of the same tag and the same extent. */
  readonly exact: Tally
  /** Tokens under the tag. */
  readonly tokens: Tally
  /** Of what was found: whether its extent is the same. */
  readonly extent: Share
  /** Of what was found where either answered a question: whether all are answered alike. */
  readonly attributes: Share
  /** The same by question, of what was found where either answered it. */
  readonly byAttribute: Readonly<Record<string, Share>>
  /** Of what was found where either names an entity: whether it is the same. */
  readonly entity: Share
  /** Links of the same type between the same ends. */
  readonly links: Tally
  readonly byLink: Readonly<Record<string, Tally>>
  /** Statements found with the same source, the same event and the same polarity. */
  readonly statement: Tally
}

const noTally: Tally = { both: 0, onlyA: 0, onlyB: 0 }
const noShare: Share = { same: 0, of: 0 }
export const noLevels: Levels = {
  ...{ found: noTally, exact: noTally, tokens: noTally, extent: noShare, attributes: noShare, byAttribute: {} },
  ...{ entity: noShare, links: noTally, byLink: {}, statement: noTally },
}

/**
 * F1, the harmonic mean of precision and recall (van Rijsbergen 1979), which is
 * the same whichever layer is held to be right; null where neither has anything.
 */
export function f1({ both, onlyA, onlyB }: Tally): number | null {
  const all = 2 * both + onlyA + onlyB
  return all === 0 ? null : (2 * both) / all
}

/** The part that is the same; null of nothing. */
export function share({ same, of }: Share): number | null {
  return of === 0 ? null : same / of
}

export function addLevels(one: Levels, other: Levels): Levels {
  return {
    found: addTallies(one.found, other.found),
    exact: addTallies(one.exact, other.exact),
    tokens: addTallies(one.tokens, other.tokens),
    extent: addShares(one.extent, other.extent),
    attributes: addShares(one.attributes, other.attributes),
    byAttribute: addAll(one.byAttribute, other.byAttribute, addShares),
    entity: addShares(one.entity, other.entity),
    links: addTallies(one.links, other.links),
    byLink: addAll(one.byLink, other.byLink, addTallies),
    statement: addTallies(one.statement, other.statement),
  }
}

export function addTallies(one: Tally, other: Tally): Tally {
  return { both: one.both + other.both, onlyA: one.onlyA + other.onlyA, onlyB: one.onlyB + other.onlyB }
}

function addShares(one: Share, other: Share): Share {
  return { same: one.same + other.same, of: one.of + other.of }
}

/** Sorted by name. */
export function addAll<T>(
  one: Readonly<Record<string, T>>,
  other: Readonly<Record<string, T>>,
  add: (one: T, other: T) => T,
): Readonly<Record<string, T>> {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()
  return Object.fromEntries(
    names.map(name => {
      const a = Object.hasOwn(one, name) ? one[name] : undefined
      const b = Object.hasOwn(other, name) ? other[name] : undefined
      return [name, a === undefined ? b! : b === undefined ? a : add(a, b)]
    }),
  )
}
