import { REVIEW_MS } from '../../shared/limits.ts'
import { type ReviewedThings, reviewOf } from '../../shared/placing/review.ts'

/** What has to be seen or decided of a layer, and in which text. */
export interface ReviewSource {
  /** The JSON text of `ReviewedThings`. */
  readonly things: string
  readonly text: string
  readonly textSha256: string
  /** Earlier texts that are kept, by hash. */
  readonly oldTexts: Readonly<Record<string, string>>
}

/** The places that may be meant, as the JSON text of a `Review`; runs in the worker, since it may take seconds. */
export function reviewTask({ things, text, textSha256, oldTexts }: ReviewSource): string {
  const until = performance.now() + REVIEW_MS
  const found = reviewOf(
    JSON.parse(things) as ReviewedThings,
    { text, textSha256 },
    sha256 => (Object.hasOwn(oldTexts, sha256) ? oldTexts[sha256] : undefined),
    () => performance.now() > until,
  )
  return JSON.stringify(found)
}
