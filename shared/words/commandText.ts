/** What a person reads of one command of the command line. */
export interface CommandText {
  /** One sentence. */
  readonly does: string
  /** Further lines under it. */
  readonly more: readonly string[]
  /** What may stand behind the command's name: a line for each way. */
  readonly usage: readonly string[]
  /** By option, what its value is called, if it has one, and what it does. */
  readonly options: Readonly<Record<string, readonly [value: ValueName, says: string] | readonly [says: string]>>
  /** Whole lines, without the `stet` before them. */
  readonly examples: readonly string[]
  /** What exit codes 0, 1 and 2 say, where that is more than usual. */
  readonly exits?: readonly string[]
}

/** Values are called in capitals: an option without one has no name for it, not an empty one. */
type ValueName = `${Letter}${string}`
// biome-ignore format: it is the alphabet
type Letter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z'
