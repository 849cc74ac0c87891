import type { Comment, CommentTarget } from '../annotation/comment.ts'
import type { Verdict } from '../annotation/verdict.ts'
import { isObject, type JsonObject } from '../json/json.ts'
import { jsonOf, textOf } from '../json/rest.ts'
import { sha256Now } from '../text/sha256Now.ts'
import type { Answer, AnsweredArticle, AnsweredThing } from './answer.ts'

/** What stands in an article now, as far as an answer can be about it. */
export interface Standing {
  /** sha256 of the article's text. */
  readonly textSha256: string
  readonly layers: ReadonlyMap<string, StandingLayer>
}

export interface StandingLayer {
  /** What each annotation that has its place says, as a hash, by id. */
  readonly annotations: ReadonlyMap<string, string>
  /** Ids of the verdicts in the layer's file. */
  readonly verdicts: ReadonlySet<string>
}

/**
 * Why a part of an answer fits nothing any more: there is no such article; its
 * text is another; the annotation or the verdict is gone; the annotation says
 * something else.
 */
export const unfitWhys = ['no-article', 'other-text', 'gone', 'says-otherwise'] as const
export type UnfitWhy = (typeof unfitWhys)[number]

/** A part of an answer that is left out. */
export interface Unfit {
  readonly path: string
  readonly what: 'verdict' | 'comment'
  readonly why: UnfitWhy
  /** Whose layer it is about, and the id of the annotation or the verdict. */
  readonly layer: string
  readonly id: string
  /** The reviewer's words; '' where it is a verdict. */
  readonly text: string
}

/** What an answer comes to in one article: it goes into the file of whoever answered. */
export interface Taken {
  readonly path: string
  readonly comments: readonly Comment[]
  readonly verdicts: readonly Verdict[]
  readonly unfit: readonly Unfit[]
  /** Ids of everything in the answer, what fits and what doesn't: whatever else the same packet brought before was withdrawn. */
  readonly mentioned: readonly string[]
}

/**
 * What an answer says of one article, as comments and verdicts. The same answer
 * gives the same ids, so that taking it twice changes nothing, and another answer
 * to the same packet takes the place of the first.
 */
export function takeAnswer(answer: Answer, article: AnsweredArticle, standing: Standing | null): Taken {
  const { path } = article
  const [comments, verdicts, unfit]: [Comment[], Verdict[], Unfit[]] = [[], [], []]
  const mentioned: string[] = []
  const place = (on: AnsweredThing) => placeOf(on, article, standing)
  const leave = (what: Unfit['what'], on: AnsweredThing, why: UnfitWhy, text: string) =>
    void unfit.push({ path, what, why, layer: on.layer, id: 'verdict' in on ? on.verdict : on.annotation, text })
  const idOf = (on: AnsweredThing, what: string) => {
    const named = JSON.stringify([what, on.layer, 'verdict' in on ? ['verdict', on.verdict] : on.annotation])
    // Ids may be long, and those of two layers the same.
    const id = idsOf(answer) + sha256Now(named).slice(0, 24)
    mentioned.push(id)
    return id
  }
  for (const { on, verdict } of article.verdicts) {
    const id = idOf(on, 'verdict')
    const found = place(on)
    if ('why' in found) leave('verdict', on, found.why, '')
    else {
      const judged = { layer: found.layer, annotation: found.id, revision: on.revision, says: on.says }
      verdicts.push({ id, on: judged, verdict, created: answer.made })
    }
  }
  for (const { on, kind, text } of article.comments) {
    const id = idOf(on, 'comment')
    const found = place(on)
    if ('why' in found) leave('comment', on, found.why, text)
    else comments.push({ id, kind, on: targetOf(on, found), text, created: answer.made })
  }
  return { path, comments: onceEach(comments), verdicts: onceEach(verdicts), unfit, mentioned }
}

/** What the ids of everything begin with that whoever answers brought, by answers to one packet or letter. */
export function idsOf({ to, from }: Pick<Answer, 'to' | 'from'>): string {
  return idsOfAnybody({ to }) + (from.key === undefined ? '' : `${from.key}:`)
}

/** Whether the id is that of something that another person brought, by an answer to the same packet or letter. */
export function isOfAnother(id: string, answer: Pick<Answer, 'to' | 'from'>): boolean {
  const begin = idsOfAnybody(answer)
  if (!id.startsWith(begin)) return false
  const [, key] = /^([0-9a-f]{16}):/.exec(id.slice(begin.length)) ?? []
  return key !== answer.from.key
}

/** Whether answers brought it, to whichever packet or letter, and it is as they left it. */
export function isAnswered(one: { readonly id: string }): boolean {
  return /^(?:packet|letter)-[0-9a-z-]{1,64}:/.test(one.id) && !('modified' in one) && !('json' in one)
}

/** When the latest answer to this packet or letter was made of which a layer's file knows; '' for none. */
export function lastAnswered(rest: string | undefined, answer: Pick<Answer, 'to' | 'from'>): string {
  const last = answersIn(rest)[idsOf(answer)]
  return typeof last === 'string' ? last : ''
}

/** What a layer's file says beside what is known of it, once an answer is in it: also one that withdrew everything is remembered. */
export function withAnswered(rest: string | undefined, answer: Answer): string {
  const others = rest === undefined ? {} : (jsonOf(rest) as JsonObject)
  return textOf({ ...others, [ANSWERS]: { ...answersIn(rest), [idsOf(answer)]: answer.made } })
}

/** The key of a layer's file under which stands when its answers were made. */
const ANSWERS = 'answers'

function answersIn(rest: string | undefined): JsonObject {
  const file = rest === undefined ? null : jsonOf(rest)
  const answers = isObject(file) ? file[ANSWERS] : undefined
  return isObject(answers) ? answers : {}
}

function idsOfAnybody({ to }: Pick<Answer, 'to'>): string {
  return `${to.kind}-${to.id}:`
}

function targetOf(on: AnsweredThing, { layer, id }: Place): CommentTarget {
  return 'verdict' in on ? { layer, verdict: id } : { layer, annotation: id }
}

/** What an annotation, or a verdict, goes by on a page that hides whose it is: its id may tell. */
export function hiddenId(layer: string, id: string): string {
  return sha256Now(JSON.stringify([layer, id])).slice(0, 32)
}

/** The thing that is meant, by its own names. */
interface Place {
  readonly layer: string
  readonly id: string
}

function placeOf(
  on: AnsweredThing,
  { textSha256 }: AnsweredArticle,
  standing: Standing | null,
): Place | { readonly why: UnfitWhy } {
  if (!standing) return { why: 'no-article' }
  if (standing.textSha256 !== textSha256) return { why: 'other-text' }
  if ('verdict' in on) {
    const place = isHidden(on.layer) ? shown(on.verdict, standing) : { layer: on.layer, id: on.verdict }
    return place && standing.layers.get(place.layer)?.verdicts.has(place.id) ? place : { why: 'gone' }
  }
  const place = isHidden(on.layer) ? shown(on.annotation, standing) : { layer: on.layer, id: on.annotation }
  const says = place && standing.layers.get(place.layer)?.annotations.get(place.id)
  if (!place || says === undefined) return { why: 'gone' }
  return says === on.says ? place : { why: 'says-otherwise' }
}

/** Whether a layer is named by a letter in place of an id: ids have small letters. */
function isHidden(layer: string): boolean {
  return /^[A-Z]+$/.test(layer)
}

function shown(hidden: string, standing: Standing): Place | undefined {
  let places = hiddenIn.get(standing)
  if (!places) {
    places = new Map()
    for (const [layer, { annotations, verdicts }] of standing.layers)
      for (const id of [...annotations.keys(), ...verdicts]) places.set(hiddenId(layer, id), { layer, id })
    hiddenIn.set(standing, places)
  }
  return places.get(hidden)
}

const hiddenIn = new WeakMap<Standing, Map<string, Place>>()

/** The last of each id: what somebody wrote twice into an answer would make a file that can't be opened. */
function onceEach<T extends { readonly id: string }>(things: readonly T[]): T[] {
  return [...new Map(things.map(one => [one.id, one])).values()]
}
