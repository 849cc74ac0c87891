/**
 * What makes a whole statement: who says what about what, and where they stand
 * on it. Ids of the codebook.
 */
export interface StatementParts {
  /** The tags of what is said. */
  readonly tags: readonly string[]
  /** The links to who says it. */
  readonly sources: readonly string[]
  /** The links to what it is about. */
  readonly events: readonly string[]
  /** The questions that have to be answered alike. */
  readonly polarity: readonly string[]
}

/** As the default codebook has them. */
export const defaultStatement: StatementParts = {
  tags: ['claim'],
  sources: ['attributed-to'],
  events: ['about'],
  polarity: ['polarity'],
}
