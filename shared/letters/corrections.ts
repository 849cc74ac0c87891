import type { Difference } from '../agreement/differences.ts'
import type { Verdict } from '../annotation/verdict.ts'
import { type Case, caseKinds, type Opinion } from '../review/case.ts'
import { apart } from './apart.ts'

/** What corrections are grouped by, in the order of a letter: something that wasn't kept, something missed, then as cases differ. */
export const correctionKinds = [
  'not-kept',
  'missed',
  'tag',
  'extent',
  'source',
  'event',
  'attribute',
  'entity',
  'link',
  'note',
  'same',
] as const satisfies readonly (Exclude<(typeof caseKinds)[number], 'only'> | 'not-kept' | 'missed')[]
export type CorrectionKind = (typeof correctionKinds)[number]

/** One thing in which the final version is otherwise than what an annotator said. One of `said` and `final` is there at least. */
export interface Correction {
  readonly kind: CorrectionKind
  readonly said: Opinion | null
  readonly final: Opinion | null
  /** The reviewer's, where there is one: gold may be otherwise without a word. */
  readonly verdict: Verdict | null
  readonly differences: readonly Difference[]
}

/** What there is to tell an annotator of an article. */
export interface Corrections {
  /** By place. */
  readonly corrections: readonly Correction[]
  /** How much was right as it was. */
  readonly right: number
  /** How much of theirs nobody has decided yet: it is in no letter. */
  readonly undecided: number
}

/** What an annotator is told of the cases of an article in which both their layer and gold were looked at. Gold is the id of the final layer. */
export function correctionsOf(cases: readonly Case[], annotator: string, gold: string): Corrections {
  const corrections: Correction[] = []
  let [right, undecided] = [0, 0]
  const finals = new Map(cases.flatMap(({ opinions }) => opinions.filter(one => one.layer === gold)).map(byAnnotation))
  const answered = new Set(cases.flatMap(one => finalOf(one, annotator) ?? []))
  for (const one of cases) {
    const told = toldOf(one, { annotator, gold, finals, answered })
    if (told === 'right') right++
    else if (told === 'undecided') undecided++
    else if (told !== null) corrections.push(told)
  }
  return { corrections: corrections.sort(byPlace), right, undecided }
}

interface Asked {
  readonly annotator: string
  readonly gold: string
  /** Gold's opinions in the article, by the id of the annotation. */
  readonly finals: ReadonlyMap<string, Opinion>
  /** Annotations of gold that something of the annotator's became: they didn't miss them, wherever these stand. */
  readonly answered: ReadonlySet<string>
}

function toldOf(one: Case, { annotator, gold, finals, answered }: Asked): Correction | 'right' | 'undecided' | null {
  const said = one.opinions.find(({ layer }) => layer === annotator) ?? null
  const beside = one.opinions.find(({ layer }) => layer === gold) ?? null
  if (!said) {
    if (!beside || !one.silent.includes(annotator) || answered.has(beside.annotation)) return null
    return { kind: 'missed', said, final: beside, verdict: null, differences: [] }
  }
  const verdict = verdictOn(said, one.verdicts)
  const final = (verdict?.gold === undefined ? undefined : finals.get(verdict.gold)) ?? beside
  const differences = final === beside ? differencesIn(one, annotator, gold) : final ? apart(said, final) : []
  if (verdict?.verdict === 'accept') {
    // Gold may have been made otherwise, or taken away, after that.
    if (!final) return 'undecided'
    const isAsSaid = final === beside ? differences.every(isAside) : final.says === said.says
    if (isAsSaid) return 'right'
  } else if (!verdict) {
    if (!final) return 'undecided'
    if (differences.length === 0) return 'right'
  }
  return { kind: final ? weightiest(differences) : 'not-kept', said, final, verdict, differences }
}

/** The annotation of gold that a verdict says the annotator's became; undefined for none. */
function finalOf({ opinions, verdicts }: Case, annotator: string): string | undefined {
  const said = opinions.find(({ layer }) => layer === annotator)
  return said && verdictOn(said, verdicts)?.gold
}

/** The last verdict on what is said now; one on what was said before doesn't count any more. */
function verdictOn({ layer, annotation, says }: Opinion, verdicts: readonly Verdict[]): Verdict | null {
  return (
    verdicts
      .filter(({ on }) => on.layer === layer && on.annotation === annotation)
      .filter(({ on }) => on.says === undefined || on.says === says)
      .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
      .at(-1) ?? null
  )
}

function timeOf({ modified, created }: Verdict): string {
  return modified ?? created
}

function differencesIn({ differences }: Case, one: string, other: string): readonly Difference[] {
  return differences.find(({ a, b }) => (a === one && b === other) || (a === other && b === one))?.differences ?? []
}

/** What an annotation can have beside what was accepted of it. */
function isAside({ kind }: Difference): boolean {
  return kind === 'note' || kind === 'link'
}

function weightiest(differences: readonly Difference[]): CorrectionKind {
  const kind = caseKinds.find(kind => differences.some(one => one.kind === kind))
  return kind === undefined || kind === 'only' || kind === 'withdrawn' ? 'same' : kind
}

function byPlace(a: Correction, b: Correction): number {
  const place = ({ said, final }: Correction) => (said ?? final)!.spans[0]!.start
  return place(a) - place(b)
}

function byAnnotation(opinion: Opinion): [string, Opinion] {
  return [opinion.annotation, opinion]
}
