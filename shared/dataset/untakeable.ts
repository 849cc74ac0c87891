import type { UntakenWhy } from './format.ts'

/** Thrown within a reader for something that can't be taken; caught where the file and the line are known, so that the rest is read. */
export class Untakeable extends Error {
  readonly why: UntakenWhy
  readonly what: string

  /** `what` stands there; `detail` says more of it in the file's own terms. */
  constructor(why: UntakenWhy, what: string, detail = '') {
    super(detail)
    this.why = why
    this.what = what
  }
}

const LONGEST = 80

/** So much of what stands somewhere that a person knows it again. */
export function shortened(words: string): string {
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
}
