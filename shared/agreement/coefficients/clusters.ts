/**
 * Who or what is spoken of: a list of entities, each the mentions that stand for it. A mention is any string that is
 * the same in both lists where it is the same mention, such as its article and offsets; it belongs to one entity at most.
 */
export type Clusters = readonly (readonly string[])[]

/** How many mentions an entity of the key and one of the response have in common, where they have any. */
export interface Overlap {
  /** Places in the two lists. */
  readonly key: number
  readonly response: number
  readonly common: number
}

/** Two lists of entities side by side. Entities without a mention are left out. */
export interface Compared {
  readonly keySizes: readonly number[]
  readonly responseSizes: readonly number[]
  readonly overlaps: readonly Overlap[]
}

/** Compares a response with a key by their mentions. Throws RangeError where a mention belongs to two entities of one list. */
export function compareClusters(key: Clusters, response: Clusters): Compared {
  const [ours, theirs] = [key.filter(one => one.length > 0), response.filter(one => one.length > 0)]
  const placeOf = placesOf(ours)
  placesOf(theirs)
  const overlaps: Overlap[] = []
  for (const [place, mentions] of theirs.entries()) {
    const common = new Map<number, number>()
    for (const mention of mentions) {
      const at = placeOf.get(mention)
      if (at !== undefined) common.set(at, (common.get(at) ?? 0) + 1)
    }
    for (const [at, count] of common) overlaps.push({ key: at, response: place, common: count })
  }
  return { keySizes: ours.map(one => one.length), responseSizes: theirs.map(one => one.length), overlaps }
}

function placesOf(clusters: Clusters): Map<string, number> {
  const places = new Map<string, number>()
  for (const [place, mentions] of clusters.entries())
    for (const mention of mentions) {
      if (places.has(mention)) throw new RangeError(`“${mention}” is a mention of two entities.`)
      places.set(mention, place)
    }
  return places
}

/** All of a list. */
export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
