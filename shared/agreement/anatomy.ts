import type { LayerComparison } from './compareLayers.ts'
import type { Difference } from './differences.ts'
import { byName } from './sortedCounts.ts'

/** What two layers can differ in at one place, the weightiest first. `missed`: only one of them has anything there. */
export const anatomyParts = ['missed', 'tag', 'extent', 'attribute', 'source', 'event', 'entity', 'link'] as const
export type AnatomyPart = (typeof anatomyParts)[number]

/** What the differences between layers are made of. */
export interface Anatomy {
  /** Places of which at least one of two layers says something, and those of which both say the same. */
  readonly places: number
  readonly same: number
  /** How many places differ in what; one that differs in several things counts in each. */
  readonly parts: Readonly<Record<AnatomyPart, number>>
}

export const noAnatomy: Anatomy = {
  ...{ places: 0, same: 0 },
  parts: { missed: 0, tag: 0, extent: 0, attribute: 0, source: 0, event: 0, entity: 0, link: 0 },
}

/** What two matched annotations differ in, each part once, in the order of `anatomyParts`. Notes are no part of what was coded. */
export function partsOf(differences: readonly Difference[]): AnatomyPart[] {
  const found = new Set<string>(differences.map(({ kind }) => kind))
  return anatomyParts.filter(part => found.has(part))
}

/** The anatomy of two layers of an article, by tag, sorted. What has one tag in one layer and another in the other counts in both tags; in `all` once. */
export function anatomyOf({ matches, onlyA, onlyB }: Pick<LayerComparison, 'matches' | 'onlyA' | 'onlyB'>): {
  readonly all: Anatomy
  readonly byTag: Readonly<Record<string, Anatomy>>
} {
  const tallies = new Map<string, Tally>()
  const all = new Tally()
  const add = (tags: readonly string[], parts: readonly AnatomyPart[]) => {
    all.add(parts)
    for (const tag of new Set(tags)) {
      const known = tallies.get(tag) ?? new Tally()
      tallies.set(tag, known)
      known.add(parts)
    }
  }
  for (const { a, b, differences } of matches) add([a.annotation.tag, b.annotation.tag], partsOf(differences))
  for (const one of [...onlyA, ...onlyB]) add([one.annotation.tag], ['missed'])
  return {
    all: all.total(),
    byTag: Object.fromEntries(byName(tallies).map(([tag, tally]) => [tag, tally.total()])),
  }
}

/** Both together. */
export function addAnatomies(one: Anatomy, other: Anatomy): Anatomy {
  const parts = anatomyParts.map(part => [part, one.parts[part] + other.parts[part]] as const)
  return {
    places: one.places + other.places,
    same: one.same + other.same,
    parts: Object.fromEntries(parts) as Record<AnatomyPart, number>,
  }
}

/** How many differences there are: the parts together. */
export function differencesIn({ parts }: Anatomy): number {
  return anatomyParts.reduce((sum, part) => sum + parts[part], 0)
}

class Tally {
  private places = 0
  private same = 0
  private readonly parts = { ...noAnatomy.parts } as Record<AnatomyPart, number>

  add(parts: readonly AnatomyPart[]): void {
    this.places++
    if (parts.length === 0) this.same++
    for (const part of parts) this.parts[part]++
  }

  total(): Anatomy {
    return { places: this.places, same: this.same, parts: this.parts }
  }
}
