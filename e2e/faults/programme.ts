import type { Dice } from './dice.ts'

/** What a programme is run with. */
export interface Conditions {
  readonly seed: number
  readonly dice: Dice
  /** The short form is part of every check; the long one is for whoever wants to know. */
  readonly isShort: boolean
  /** How many rounds, where somebody asked for a number. */
  readonly rounds: number | null
  /** Says something on the way. */
  readonly say: (line: string) => void
}

/** What a programme came to. */
export interface Outcome {
  readonly rounds: number
  /** What else was counted, by what it is. */
  readonly figures: Readonly<Record<string, number>>
  /** Promises that were not kept, a sentence each: enough to find the round again. */
  readonly broken: readonly string[]
  /** Parts that couldn't be run here, and why. */
  readonly skipped?: readonly string[]
}

/** One way in which things go wrong, and the promises that hold meanwhile. */
export interface Programme {
  readonly name: string
  /** What holds whatever happens. */
  readonly promise: string
  /** It is left out of the short form, where a story tells the same. */
  readonly isLong?: boolean
  /** Why it can't be run here; null where it can. */
  lacks(): string | null
  run(conditions: Conditions): Promise<Outcome>
}

/** The number of rounds: what was asked for, else the one for this form. */
export function roundsOf({ rounds, isShort }: Conditions, short: number, long: number): number {
  return rounds ?? (isShort ? short : long)
}

/** Mounting takes root on Linux. */
export function lacksRoot(): string | null {
  return process.platform === 'linux' && process.geteuid?.() === 0 ? null : 'it takes root on Linux'
}
