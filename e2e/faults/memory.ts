/** An act as the one who watches remembers it. */
export interface Remembered {
  readonly leaves: Readonly<Record<string, string | null>>
  readonly isAcknowledged: boolean
}

/**
 * What may be found after a death: of each place, what stood there at first, or
 * what an act left that was begun; and nothing older than what was acknowledged
 * last. Of an act that leaves things in many places, all or nothing.
 */
export function losses(
  before: ReadonlyMap<string, string>,
  acts: readonly Remembered[],
  found: ReadonlyMap<string, string>,
): string[] {
  const broken: string[] = []
  const legal = new Map<string, (string | null)[]>()
  for (const { leaves, isAcknowledged } of acts) {
    for (const [place, value] of Object.entries(leaves)) {
      const values = legal.get(place) ?? [before.get(place) ?? null]
      // Changes of one place go in order: what was acknowledged ends all that came before.
      legal.set(place, isAcknowledged ? [value] : [...values, value])
    }
  }
  for (const [place, values] of legal) {
    const there = found.get(place) ?? null
    if (!values.includes(there)) broken.push(`${place}: found ${there}, could be ${values.join(' or ')}`)
  }
  for (const place of new Set([...before.keys(), ...found.keys()])) {
    if (legal.has(place) || before.get(place) === found.get(place)) continue
    broken.push(`${place}: was ${before.get(place) ?? null}, found ${found.get(place) ?? null}, and nobody changed it`)
  }
  for (const { leaves } of acts) {
    const places = Object.entries(leaves)
    const there = places.filter(([place, value]) => (found.get(place) ?? null) === value)
    if (places.length > 1 && there.length > 0 && there.length < places.length)
      broken.push(`${places[0]![0]}: a change of many was made in ${there.length} of ${places.length} places`)
  }
  return broken
}
