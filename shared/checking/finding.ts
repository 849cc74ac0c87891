import { type RuleId, ruleIds } from '../rules/rule.ts'

/** How bad a finding is: something is wrong; something waits for a person, or may be meant; something may have been forgotten. */
export type Severity = 'error' | 'warning' | 'hint'

const errors = [
  // Files
  'unreadable',
  'damaged',
  'two-of-one-id',
  'git-conflict',
  'newer-version',
  'wrong-annotator',
  'stray-layer',
  'article-unreadable',
  'not-checked',
  // Places
  'wrong-quote',
  'bad-spans',
  'no-place',
  'wrong-text',
  'bad-zone',
  // What things refer to
  'link-from-nothing',
  'link-to-nothing',
  'unknown-entity',
  'unknown-tag',
  'unknown-attribute',
  'unknown-link-type',
  'value-not-allowed',
  'ends-not-allowed',
  // The project
  'unknown-reference',
  'in-circle',
  // Histories
  'history-broken',
  'not-in-file',
  'only-in-history',
  'both-changed',
  'unfinished-change',
] as const

const warnings = [
  'text-changed',
  'carried',
  'unplaced',
  'lost-cue',
  'lost-zone',
  'lost-words',
  'comment-on-nothing',
  'verdict-without-gold',
  'not-understood',
  'bytes-changed',
  'text-missing',
  'other-zones',
  'other-file-name',
  'other-codebook',
  'no-longer-offered',
  'merged-entity',
  'entity-kind',
  'conflict-copy',
  'stray-facts',
  'stray-history',
  'not-opened',
  'can-be-rebuilt',
  'history-cut',
  'history-without-beginning',
  'kept-text-damaged',
  'left-by-crash',
] as const

/** Every kind of finding, errors before warnings before hints: the order in which they are listed. Hints are what the list of problems says. */
export const findingKinds = [...errors, ...warnings, ...ruleIds] as const
export type FindingKind = (typeof errors)[number] | (typeof warnings)[number] | RuleId

const severities = new Map<FindingKind, Severity>([
  ...errors.map(kind => [kind, 'error'] as const),
  ...warnings.map(kind => [kind, 'warning'] as const),
  ...ruleIds.map(kind => [kind, 'hint'] as const),
])

export function severityOf(kind: FindingKind): Severity {
  return severities.get(kind)!
}

/** One thing that is not as it should be, as plain data; what a person reads of it stands in `shared/words/`. */
export interface Finding {
  readonly kind: FindingKind
  /** The file that it is in, inside the workspace, with `/`; '' is the workspace itself. */
  readonly file: string
  /** What the sentence about it names: an id, a value, what else stands there; '' for nothing. */
  readonly about: string
  /** Ids in that file: of what it is about. */
  readonly annotation?: string
  readonly link?: string
  readonly entity?: string
  readonly comment?: string
  readonly verdict?: string
  /** The file's line, counted from 1, where nothing in it has an id. */
  readonly line?: number
  /** The words of the annotation, as the file says them. */
  readonly quote?: string
}

const ranks = new Map(findingKinds.map((kind, rank) => [kind, rank]))
const severityRanks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }

/** Errors before warnings before hints; of equals the order in which they were found, which is that of the file, stays. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  const rankOf = ({ kind }: Finding) => severityRanks[severityOf(kind)]
  return [...findings].sort((one, other) => rankOf(one) - rankOf(other))
}

/** How many there are of each kind that there is. */
export type Kinds = Readonly<Partial<Record<FindingKind, number>>>

/** Counts findings by kind, in the order of the kinds. */
export function countKinds(findings: Iterable<Finding>): Kinds {
  return addKinds([...findings].map(({ kind }) => ({ [kind]: 1 })))
}

/** Several counts as one, in the order of the kinds. */
export function addKinds(all: Iterable<Kinds>): Kinds {
  const counts = new Map<FindingKind, number>()
  for (const kinds of all)
    for (const [kind, count] of Object.entries(kinds) as [FindingKind, number][])
      counts.set(kind, (counts.get(kind) ?? 0) + count)
  return Object.fromEntries([...counts].sort(([one], [other]) => ranks.get(one)! - ranks.get(other)!))
}
