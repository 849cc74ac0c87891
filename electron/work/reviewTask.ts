import { REVIEW_MS } from '../../shared/limits.ts'
import { type ReviewedThings, reviewOf } from '../../shared/placing/review.ts'
import { recodings } from '../../shared/text/recoding.ts'
import { sha256Of } from './readArticle.ts'

/** What has to be seen or decided of a layer, and in which text. */
export interface ReviewSource {
  /** The JSON text of `ReviewedThings`. */
  readonly things: string
  readonly text: string
  readonly textSha256: string
  /** The article's bytes and their encoding, where the text is all that they hold. */
  readonly bytes: { readonly bytes: Uint8Array; readonly encoding: string } | null
  /** Earlier texts that are kept, by hash. */
  readonly oldTexts: Readonly<Record<string, string>>
}

/** The places that may be meant, as the JSON text of a `Review`; runs in the worker, since it may take seconds. */
export function reviewTask({ things, text, textSha256, bytes, oldTexts }: ReviewSource): string {
  const until = performance.now() + REVIEW_MS
  const isOver = () => performance.now() > until
  const reviewed = JSON.parse(things) as ReviewedThings
  const hashes = [...reviewed.unplaced, ...reviewed.cues].flatMap(({ textSha256 }) => textSha256 ?? [])
  const ways = bytes && recodings(bytes.bytes, { text, ...bytes }, hashes, { hash: sha256Of, isOver, likely: [] })
  const found = reviewOf(
    reviewed,
    { text, textSha256 },
    sha256 => (Object.hasOwn(oldTexts, sha256) ? oldTexts[sha256] : undefined),
    isOver,
    sha256 => ways?.get(sha256),
  )
  return JSON.stringify(found)
}
