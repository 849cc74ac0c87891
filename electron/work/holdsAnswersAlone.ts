/** What of a layer its owner makes in Stet, and no answer ever does. */
export interface OwnWork {
  readonly annotations: readonly unknown[]
  readonly unplaced: readonly unknown[]
  readonly links: readonly unknown[]
  readonly status: string
}

/**
 * Whether a layer that answers made still is one. Its owner may say that it is
 * theirs and work in it, and it keeps its key: from then on it is theirs alone.
 */
export function holdsAnswersAlone({ annotations, unplaced, links, status }: OwnWork): boolean {
  return annotations.length + unplaced.length + links.length === 0 && status === 'in-progress'
}
