/** The entries of a map by name, so that what came first changes nothing. */
export function byName<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
}
