import type { Annotation } from '../annotation/annotation.ts'
import { asOne, type SingleEdit } from '../annotation/asOne.ts'
import type { Edit } from '../annotation/edit.ts'
import type { Layer } from '../annotation/layer.ts'
import type { Verdict } from '../annotation/verdict.ts'
import { adjudicatedOf, adjudicatedOrigin, reasonOf } from './adjudicated.ts'
import type { Case, Opinion } from './case.ts'
import { goldIdOf, verdictIdOf } from './goldIds.ts'
import { isMadeLink, linkEditsOf } from './goldLinks.ts'
import { wasRest } from './judgedWas.ts'
import { madeFrom } from './madeFrom.ts'
import { nameOf } from './stateOf.ts'

/**
 * What a reviewer decides on a case: whose opinions go into gold as they are
 * (`asOne`: as one annotation, said as most of them say it, though they needn't
 * be the same to the letter); none of them; or whose is where the right one
 * begins from.
 */
export type Choice =
  | { readonly kind: 'take'; readonly layers: readonly string[]; readonly asOne?: true }
  | { readonly kind: 'none' }
  | { readonly kind: 'edit'; readonly layer: string }

/** What decisions on an article are made on. */
export interface Bench {
  /** The article's text; all offsets are UTF-16 of it. */
  readonly text: string
  /** The gold layer as it stands. It isn't changed here. */
  readonly gold: Layer
  /** Every opinion in the article's cases, by `nameOf`. */
  readonly opinions: ReadonlyMap<string, Opinion>
  /** The verdicts in gold by what they judge, as `nameOf` names it (`verdictsOn`). */
  readonly verdicts: Pick<ReadonlyMap<string, Verdict>, 'get'>
  /** The reviewer's id. */
  readonly by: string
  readonly now: Date
}

export interface Why {
  /** The id of a reason. */
  readonly reason?: string
  /** What it is called. */
  readonly reasonLabel?: string
  /** The reviewer's own words. */
  readonly note?: string
}

/** What a decision changes. */
export interface Decided {
  /** One edit of the gold layer; null where nothing has to be changed. */
  readonly edit: Edit | null
  /** The annotations that gold has of the case then, by id. */
  readonly made: readonly string[]
  /** Annotations of gold that the reviewer has changed by hand since they were taken, and whose changes the edit takes away. */
  readonly losing: readonly Annotation[]
}

/**
 * The decision on a case as an edit of gold: what was taken of it before goes,
 * what is taken comes, with the links whose other ends stand in gold, and each
 * opinion has its verdict. Links are found again by what the opinions say, from
 * either end: so it doesn't matter which of two linked cases is decided first.
 */
export function decide(one: Case, choice: Choice, why: Why, bench: Bench): Decided {
  // Of what was withdrawn nothing can be taken: what gold has of it stays, and is nobody's decision any more.
  if (one.opinions.length === 0 && choice.kind !== 'none')
    return {
      edit: asOne(otherVerdicts(one, []).map(id => ({ kind: 'removeVerdict', id }) as const)),
      made: one.gold,
      losing: [],
    }
  const { gold, by, now } = bench
  const time = now.toISOString()
  const before = standing(one, bench)
  const groups = groupsOf(one, choice)
  const ids = idsFor(groups, before.replaceable, gold)
  const cause = reasonOf(why)
  const made = groups.map((group, i): Annotation => {
    const id = ids[i]!
    const was = gold.annotations.get(id)
    const origin = adjudicatedOrigin({ of: group.map(sourceOf), by, ...cause })
    return { ...madeFrom(group, bench.text), id, origin, created: was?.created ?? time, modified: time }
  })
  const verdicts = verdictsOf(one, choice, why, time, made, groups, bench)
  const removed = before.replaceable.filter(({ id }) => !ids.includes(id))
  const edits: SingleEdit[] = [
    ...removed.flatMap(({ id }) => removalOf(gold, id)),
    ...before.shared.map(annotation => withoutSources(annotation, one)),
    ...made.map(annotation => ({ kind: 'put', annotation }) as const),
    ...otherVerdicts(one, verdicts).map(id => ({ kind: 'removeVerdict', id }) as const),
    ...verdicts.map(verdict => ({ kind: 'putVerdict', verdict }) as const),
  ]
  const given = verdictsOn(verdicts)
  const after = { get: (name: string) => given.get(name) ?? bench.verdicts.get(name) }
  edits.push(...linkEditsOf(one, made, removed, { ...bench, verdicts: after }))
  const kept = before.replaceable.filter(({ id }) => ids.includes(id))
  const losing = [
    ...kept.filter(annotation => isEdited(annotation, one)),
    ...removed.filter(annotation => isEdited(annotation, one) || hasLinksByHand(annotation, gold)),
  ]
  return { edit: asOne(inOrder(edits)), made: ids, losing }
}

/** Takes a decision back: the verdicts of the case go, and what was made of it and of nothing else. */
export function reopen(one: Case, bench: Bench): Decided {
  const { replaceable, shared } = standing(one, bench)
  const edits: SingleEdit[] = [
    ...replaceable.flatMap(({ id }) => removalOf(bench.gold, id)),
    ...shared.map(annotation => withoutSources(annotation, one)),
    ...one.verdicts.map(({ id }) => ({ kind: 'removeVerdict', id }) as const),
  ]
  const losing = replaceable.filter(annotation => isEdited(annotation, one) || hasLinksByHand(annotation, bench.gold))
  return { edit: asOne(inOrder(edits)), made: [], losing }
}

/** Says why a case was decided as it is; null takes the reason back. What was decided stays. */
export function giveReason(one: Case, why: Why, { gold, now, by }: Pick<Bench, 'gold' | 'now' | 'by'>): Edit | null {
  const time = now.toISOString()
  const isAccepted = one.verdicts.every(({ verdict }) => verdict === 'accept')
  const verdicts = one.verdicts.map((verdict): SingleEdit => {
    const { reason: _, reasonLabel: __, note: ___, ...others } = verdict
    const isTold = isAccepted || verdict.verdict !== 'accept'
    return { kind: 'putVerdict', verdict: { ...others, ...(isTold ? said(why) : {}), modified: time } }
  })
  const annotations = one.gold.flatMap((id): SingleEdit[] => {
    const annotation = gold.annotations.get(id)
    const adjudicated = annotation && adjudicatedOf(annotation.origin)
    if (!annotation || !adjudicated) return []
    const origin = adjudicatedOrigin({ of: adjudicated.of, by, ...reasonOf(why) })
    // Who changed it since has changed it before this, too.
    const modified = isEdited(annotation, one) ? annotation.modified : time
    return [{ kind: 'put', annotation: { ...annotation, origin, modified } }]
  })
  return asOne([...annotations, ...verdicts])
}

/** Verdicts by what they judge; of several on one annotation the latest. */
export function verdictsOn(verdicts: Iterable<Verdict>): Map<string, Verdict> {
  const found = new Map<string, Verdict>()
  for (const verdict of verdicts) {
    const name = nameOf(verdict.on)
    const known = found.get(name)
    if (!known || timeOf(known) <= timeOf(verdict)) found.set(name, verdict)
  }
  return found
}

/** Opinions by who says them, as `Bench` wants them. */
export function opinionsIn(cases: readonly Case[]): Map<string, Opinion> {
  return new Map(cases.flatMap(({ opinions }) => opinions.map(opinion => [nameOf(opinion), opinion] as const)))
}

/** What gold has of a case: `replaceable` was made of it alone, `shared` of other cases' opinions as well. */
function standing(one: Case, { gold, opinions }: Bench): Record<'replaceable' | 'shared', Annotation[]> {
  const ours = new Set(one.opinions.map(nameOf))
  const found = { replaceable: [] as Annotation[], shared: [] as Annotation[] }
  for (const id of one.gold) {
    const annotation = gold.annotations.get(id) ?? gold.unplaced.get(id)
    if (!annotation) continue
    const from = adjudicatedOf(annotation.origin)?.of.map(nameOf) ?? []
    const isOfOthers = from.some(name => !ours.has(name) && opinions.has(name))
    if (!isOfOthers) found.replaceable.push(annotation)
    else if (from.some(name => ours.has(name)) && gold.annotations.has(id)) found.shared.push(annotation)
  }
  return found
}

/** The opinions that go into gold, those that say the same together, the most frequent first: each group becomes one annotation. */
function groupsOf({ opinions }: Case, choice: Choice): Opinion[][] {
  if (choice.kind === 'none') return []
  const layers = choice.kind === 'edit' ? [choice.layer] : choice.layers
  const groups = new Map<string, Opinion[]>()
  for (const opinion of opinions) {
    if (!layers.includes(opinion.layer)) continue
    const key = sayingOf(opinion)
    const known = groups.get(key)
    if (known) known.push(opinion)
    else groups.set(key, [opinion])
  }
  const all = [...groups.values()].sort((one, other) => other.length - one.length)
  return choice.kind === 'take' && choice.asOne && all.length > 0 ? [all.flat()] : all
}

/** What makes two opinions one annotation: notes are put together, and so are links. */
function sayingOf({ tag, spans, attributes, entity }: Opinion): string {
  const answers = Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify([tag, spans.map(({ start, end }) => [start, end]), answers, entity ?? null])
}

/** An annotation that stood for the case goes on under its id, with what was linked to it by hand and said of it. */
function idsFor(groups: readonly Opinion[][], replaceable: readonly Annotation[], gold: Layer): string[] {
  const old = replaceable.map(({ id }) => id)
  const isFree = (id: string) => !gold.annotations.has(id) && !gold.unplaced.has(id)
  return groups.map(group => old.shift() ?? goldIdOf(group, isFree))
}

function verdictsOf(
  one: Case,
  choice: Choice,
  why: Why,
  time: string,
  made: readonly Annotation[],
  groups: readonly Opinion[][],
  { verdicts, text }: Bench,
): Verdict[] {
  const given = one.opinions.map(opinion => {
    const at = groups.findIndex(group => group.includes(opinion))
    const verdict = at !== -1 && choice.kind === 'take' ? 'accept' : made.length > 0 ? 'change' : 'reject'
    return { opinion, verdict, gold: made[at === -1 ? 0 : at]?.id }
  })
  const isAccepted = given.every(({ verdict }) => verdict === 'accept')
  return given.map(({ opinion, verdict, gold }): Verdict => {
    const id = verdictIdOf(opinion)
    const was = verdicts.get(nameOf(opinion))
    const isKept = was?.id === id
    return {
      id,
      on: {
        ...{ ...sourceOf(opinion), says: opinion.says },
        // What is taken as it is, gold tells.
        ...(verdict === 'accept' ? {} : { rest: wasRest(opinion, text) }),
      },
      verdict,
      ...(isAccepted || verdict !== 'accept' ? said(why) : {}),
      ...(gold === undefined ? {} : { gold }),
      created: isKept ? was.created : time,
      ...(isKept ? { modified: time } : {}),
    }
  })
}

/** Verdicts on the case's opinions that the new ones don't take the place of. */
function otherVerdicts({ verdicts }: Case, given: readonly Verdict[]): string[] {
  const ids = new Set(given.map(({ id }) => id))
  return verdicts.flatMap(({ id }) => (ids.has(id) ? [] : [id]))
}

function sourceOf({ layer, annotation, revision }: Opinion) {
  return { layer, annotation, revision }
}

function said({ note, ...why }: Why): Why {
  return { ...reasonOf(why), ...(note === undefined || note === '' ? {} : { note }) }
}

/** An annotation that goes on without what this case had a part in. */
function withoutSources(annotation: Annotation, { opinions }: Case): SingleEdit {
  const ours = new Set(opinions.map(nameOf))
  const adjudicated = adjudicatedOf(annotation.origin)!
  const origin = adjudicatedOrigin({ ...adjudicated, of: adjudicated.of.filter(one => !ours.has(nameOf(one))) })
  return { kind: 'put', annotation: { ...annotation, origin } }
}

function removalOf(gold: Layer, id: string): SingleEdit[] {
  const links = gold.linksOf(id).map(link => ({ kind: 'removeLink', id: link.id }) as const)
  return [...links, { kind: gold.unplaced.has(id) ? 'removeUnplaced' : 'remove', id }]
}

/** Whether the reviewer has changed an annotation since it was taken: a decision and what it makes are of one time. */
function isEdited({ id, created, modified }: Annotation, { verdicts }: Case): boolean {
  const made = verdicts.filter(({ gold }) => gold === id)
  return made.length > 0 ? made.every(verdict => timeOf(verdict) !== modified) : created !== modified
}

function hasLinksByHand({ id }: Annotation, gold: Layer): boolean {
  return gold.linksOf(id).some(link => !isMadeLink(link))
}

function timeOf({ created, modified }: Verdict): string {
  return modified ?? created
}

/** Links go before what they hold on to, and come after it; each is removed once. */
function inOrder(edits: readonly SingleEdit[]): SingleEdit[] {
  const removed = new Set<string>()
  const kept = edits.filter(edit => {
    if (edit.kind !== 'removeLink') return true
    if (removed.has(edit.id)) return false
    removed.add(edit.id)
    return true
  })
  const rank = ({ kind }: SingleEdit) => (kind === 'removeLink' ? 0 : kind === 'putLink' ? 2 : 1)
  return kept.sort((one, other) => rank(one) - rank(other))
}
