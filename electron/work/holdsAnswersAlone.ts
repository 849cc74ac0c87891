import { isAnswered } from '../../shared/packet/takeAnswer.ts'
import type { Annotator } from '../../shared/sidecar/head.ts'

/** What the keys of layers begin with that answers made; no device's key does. */
export const ANSWER_KEY = 'answer-'

interface Remark {
  readonly id: string
}

/** What of a layer its owner makes in Stet, and no answer ever does; and what both say. */
export interface OwnWork {
  readonly annotations: readonly unknown[]
  readonly unplaced: readonly unknown[]
  readonly links: readonly unknown[]
  readonly status: string
  readonly comments?: readonly Remark[]
  readonly verdicts?: readonly Remark[]
}

/**
 * Whether a layer that answers made still is one. Its owner may say that it is
 * theirs and work in it, if only to say something or to change what was answered, and it keeps its key: from then on it is theirs alone.
 */
export function holdsAnswersAlone({ annotations, unplaced, links, status, comments, verdicts }: OwnWork): boolean {
  const isBare = annotations.length + unplaced.length + links.length === 0 && status === 'in-progress'
  return isBare && [...(comments ?? []), ...(verdicts ?? [])].every(isAnswered)
}

/** Whether a file says that answers made its layer, and nobody has worked in it: then it is no gold, whatever it is called. */
export function isMadeByAnswers({ key = '' }: Pick<Annotator, 'key'>, work: OwnWork): boolean {
  return key.startsWith(ANSWER_KEY) && holdsAnswersAlone(work)
}
