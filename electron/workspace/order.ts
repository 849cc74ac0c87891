const collator = new Intl.Collator(undefined, { numeric: true })

/** Sorts things by their path as people do: folder by folder, `2.txt` before `10.txt`, in any script. */
export function byPath<T extends { readonly path: string }>(things: Iterable<T>): T[] {
  const keyed = [...things].map(thing => ({ thing, names: thing.path.split('/') }))
  return keyed.sort((one, other) => compare(one.names, other.names)).map(({ thing }) => thing)
}

function compare(one: readonly string[], other: readonly string[]): number {
  const depth = Math.min(one.length, other.length)
  for (let i = 0; i < depth; i++) {
    const [mine, theirs] = [one[i]!, other[i]!]
    if (mine === theirs) continue
    // Names that only differ where a collator sees no difference still have one order.
    return collator.compare(mine, theirs) || (mine < theirs ? -1 : 1)
  }
  return one.length - other.length
}
