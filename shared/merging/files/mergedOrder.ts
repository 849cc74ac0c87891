/**
 * The names of two lists in one order: that of the side which put them into
 * another one since `base`, else mine. What only the other has comes after what
 * it follows there. Names of `base` that neither has are left out.
 */
export function inMergedOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const hasMoved = (side: readonly string[]) => {
    const [before, now] = [new Set(base), new Set(side)]
    const kept = side.filter(name => before.has(name))
    return base.filter(name => now.has(name)).some((name, i) => name !== kept[i])
  }
  const [first, second] = hasMoved(theirs) && !hasMoved(mine) ? [theirs, mine] : [mine, theirs]
  const there = new Set(first)
  /** What comes after a name of the first list; null stands for its beginning. */
  const following = new Map<string | null, string[]>()
  let last: string | null = null
  for (const name of second) {
    if (there.has(name)) last = name
    else following.set(last, [...(following.get(last) ?? []), name])
  }
  return [...(following.get(null) ?? []), ...first.flatMap(name => [name, ...(following.get(name) ?? [])])]
}
