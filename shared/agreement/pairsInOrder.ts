interface Pair {
  readonly a: string
  readonly b: string
}

/** What is of pairs, sorted as their annotators are named: what is of all comes first, and what is of one pair stays as it was. */
export function pairsInOrder<T>(
  all: readonly T[],
  annotators: readonly string[],
  pairOf: (one: T) => Pair | null,
): readonly T[] {
  const place = new Map(annotators.map((annotator, i) => [annotator, i]))
  const placed = all.map(one => {
    const pair = pairOf(one)
    const at = pair ? [pair.a, pair.b].map(annotator => place.get(annotator) ?? annotators.length) : [-1, -1]
    return { one, first: Math.min(...at), second: Math.max(...at) }
  })
  return placed.sort((x, y) => x.first - y.first || x.second - y.second).map(({ one }) => one)
}
