import type { Codebook, Reason } from '../codebook/codebook.ts'
import { isOffered } from '../codebook/offered.ts'
import { words as en } from '../words/words.ts'
import type { CaseKind } from './case.ts'

/** Reasons for a decision where the codebook has none of its own, by id: what was wrong with an opinion that wasn't taken as it was. */
export const standardReasons = [
  'missed',
  'not-one',
  'other-tag',
  'too-long',
  'too-short',
  'other-source',
  'other-event',
  'other-answer',
  'other-entity',
  'other-link',
  'unclear-rule',
  'slip',
] as const
export type StandardReason = (typeof standardReasons)[number]

const forKind: Readonly<Record<CaseKind, readonly StandardReason[]>> = {
  only: ['missed', 'not-one'],
  tag: ['other-tag'],
  extent: ['too-long', 'too-short'],
  source: ['other-source'],
  event: ['other-event'],
  attribute: ['other-answer'],
  entity: ['other-entity'],
  link: ['other-link'],
  note: [],
  same: [],
  withdrawn: [],
}

/** What may be said of why a case is decided as it is: the codebook's reasons in its order; where it offers none, the standard ones. */
export function reasonsOffered(codebook: Pick<Codebook, 'reasons'>, kinds: readonly CaseKind[]): readonly Reason[] {
  const own = codebook.reasons?.filter(isOffered) ?? []
  return own.length > 0 ? own : standardFor(kinds).map(id => ({ id, label: en.deciding.reasons[id] }))
}

/** The standard reasons as entries of a codebook, for one that is to change them. */
export function standardAsReasons(): readonly Reason[] {
  return standardReasons.map(id => ({ id, label: en.deciding.reasons[id] }))
}

/** What a reason is called: as it was when it was given, where that is known; else as the codebook, or the standard list, calls it now. */
export function reasonNamed(
  { reason, reasonLabel }: { readonly reason?: string | undefined; readonly reasonLabel?: string | undefined },
  codebook: Pick<Codebook, 'reasons'>,
): string {
  if (reason === undefined) return ''
  const standard = standardReasons.find(id => id === reason)
  const now = codebook.reasons?.find(({ id }) => id === reason)?.label
  return reasonLabel ?? now ?? (standard ? en.deciding.reasons[standard] : reason)
}

/** The standard reasons in the order in which they are offered for a case: first those that its kinds speak for. */
function standardFor(kinds: readonly CaseKind[]): readonly StandardReason[] {
  const first = kinds.flatMap(kind => forKind[kind])
  return [...new Set([...first, ...standardReasons])]
}
