/** What a person reads of a failure: what happened, what it means for the work, what can be done. */
export interface ProblemText {
  readonly title: string
  readonly meaning: string
  /** What to do next, as a sentence. Empty where nothing needs doing. */
  readonly remedy: string
}
