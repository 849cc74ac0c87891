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
}

/** The standard reasons in the order in which they are offered for a case: first those that its kinds speak for. */
export function reasonsFor(kinds: readonly CaseKind[]): readonly StandardReason[] {
  const first = kinds.flatMap(kind => forKind[kind])
  return [...new Set([...first, ...standardReasons])]
}
