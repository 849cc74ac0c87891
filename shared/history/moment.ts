/**
 * What happened to one layer, told by all of its histories: a list of moments,
 * each with what it changed. Values are of the kind `T` that the reader of the
 * histories asked for.
 */

/** One thing of a layer that a moment changed: how it was and how it is then; null where it isn't there. */
export interface Step<T> {
  /** `annotation ID` (placed or not), `link ID`, `comment ID`, `verdict ID` or `status`. */
  readonly name: string
  readonly was: T | null
  readonly now: T | null
}

/**
 * - `begun`: the layer as its history found it
 * - `edit`: the person changed something
 * - `outside`: the file held what this device hadn't written, and that was taken up
 * - `joined`: what the person had done meanwhile, put together with that
 * - `summed`: several edits, of which a shortening of the history kept the sum
 * - `broken`: from here on the history was cut or altered, and isn't believed
 * - `torn`: a line that was cut off while it was written, and never counted as saved
 */
export const momentKinds = ['begun', 'edit', 'outside', 'joined', 'summed', 'broken', 'torn'] as const
export type MomentKind = (typeof momentKinds)[number]

export interface Moment<T> {
  readonly kind: MomentKind
  /** ISO 8601, in UTC, by the clock of the device. */
  readonly at: string
  /** Whose history tells it. */
  readonly device: string
  /** Whom the file was signed by. */
  readonly who: string
  /** Hash of its line; '' for what stands in no history yet. */
  readonly line: string
  /** What a person called the layer as it stood then; null for nothing. */
  readonly version: string | null
  /** Whether the layer as it stood then is known. Steps of one that isn't say no more than what is left behind. */
  readonly isKnown: boolean
  /** Of how many edits it is the sum. */
  readonly edits: number
  /** For `outside`: the device whose checkpoint was taken up, where a history says so. */
  readonly from: string | null
  readonly steps: readonly Step<T>[]
}
