import type { Comment, CommentTarget } from '../annotation/comment.ts'

/** The comments of one layer; `layer` is the annotator's id, as their file has it. */
export interface Voice {
  readonly layer: string
  readonly comments: Iterable<Comment>
}

/** A comment, and in whose file it stands. */
export interface Said {
  readonly layer: string
  readonly comment: Comment
}

/** What a conversation is about: never a comment, unless that one is in no file that is at hand. */
export type Topic = CommentTarget

/** Comments that belong together, whoever wrote them in whichever file. */
export interface Thread {
  /** The same as long as the conversation is about the same. */
  readonly key: string
  readonly about: Topic
  /** At least one, by when they came to be known here, then by id, then by layer. */
  readonly said: readonly Said[]
  readonly state: 'open' | 'resolved'
  /** Whether somebody asks or disagrees in it, and nobody has resolved it since. */
  readonly isAsking: boolean
  /** Whether somebody disagrees in it, and nobody has resolved that since: then it isn't only asked. */
  readonly disagrees: boolean
  /** How many comments came since the last question or disagreement, by whoever didn't make it. */
  readonly answers: number
}

/** What names a comment among those of all layers. */
export function keyOfComment(layer: string, id: string): string {
  return JSON.stringify([layer, id])
}

/**
 * The conversations of all layers of an article: comments on comments are
 * replies. All that is said of one annotation, or of one verdict, is one
 * conversation; of the article, of words in it and of the codebook each comment
 * begins its own. A reply whose parent isn't at hand is shown all the same.
 *
 * Neither the order of the layers nor that of their comments changes anything.
 * Sorted by when the conversations began.
 */
export function threadsOf(voices: readonly Voice[]): Thread[] {
  const all = new Map<string, Said>()
  for (const { layer, comments } of voices)
    for (const comment of comments) all.set(keyOfComment(layer, comment.id), { layer, comment })
  const groups = new Map<string, { readonly about: Topic; readonly said: Said[] }>()
  const tops = new Map<string, Top>()
  for (const [key, said] of all) {
    const topic = topicOf(key, said, all, tops)
    const group = groups.get(topic.key)
    if (group) group.said.push(said)
    else groups.set(topic.key, { about: topic.about, said: [said] })
  }
  return [...groups]
    .map(([key, { about, said }]) => threadOf(key, about, said.sort(inTime)))
    .sort((one, other) => inTime(one.said[0]!, other.said[0]!))
}

/**
 * Whether somebody disagrees with a verdict, and neither has anybody resolved
 * that since nor was the verdict given anew: then its case is open again.
 * `layer` is the one in which the verdict stands, `given` when it was given
 * last (ISO 8601).
 */
export function isDisputed(
  { layer, verdict, given }: { readonly layer: string; readonly verdict: string; readonly given: string },
  threads: readonly Thread[],
): boolean {
  const key = topicKey({ layer, verdict })
  const isSince = ({ comment }: Said) =>
    (comment.kind === 'disagree' || comment.kind === 'reopen') && Date.parse(knownSince(comment)) > Date.parse(given)
  const isAgainst = ({ comment }: Said) => comment.kind === 'disagree'
  return threads.some(
    ({ key: about, state, said }) => about === key && state === 'open' && said.some(isAgainst) && said.some(isSince),
  )
}

/**
 * Whether somebody disagrees with an annotation itself (nobody having given a
 * verdict on it that could be disagreed with), and nobody has resolved that.
 */
export function isOpposed(
  { layer, annotation }: { readonly layer: string; readonly annotation: string },
  threads: readonly Thread[],
): boolean {
  const key = topicKey({ layer, annotation })
  return threads.some(
    ({ key: about, state, said }) =>
      about === key && state === 'open' && said.some(({ comment }) => comment.kind === 'disagree'),
  )
}

interface Top {
  readonly key: string
  readonly about: Topic
}

/**
 * The comment that a conversation begins with, as far as it is at hand, and what that is about. `tops` knows
 * it of comments that were asked about before, and of all on the way from there: each is walked over once.
 */
function topicOf(key: string, said: Said, all: ReadonlyMap<string, Said>, tops: Map<string, Top>): Top {
  const way = new Set<string>()
  let [at, one] = [key, said]
  let top = tops.get(at)
  while (!top) {
    if (way.has(at)) top = topOfCircle(at, all)
    else if ('comment' in one.comment.on) {
      way.add(at)
      const { layer, comment } = one.comment.on
      const parent = keyOfComment(layer, comment)
      const found = all.get(parent)
      if (found) {
        ;[at, one] = [parent, found]
        top = tops.get(at)
      } else top = { key: `comment ${parent}`, about: { layer, comment } }
    } else {
      way.add(at)
      const { on } = one.comment
      top = { key: topicKey(on) ?? `said ${at}`, about: on }
    }
  }
  for (const passed of way) tops.set(passed, top)
  return top
}

/** Replies in a circle, which no program of ours makes: all that lead into it are one conversation. */
function topOfCircle(key: string, all: ReadonlyMap<string, Said>): Top {
  const first = [...circleFrom(key, all)].sort()[0]!
  const [layer, comment] = JSON.parse(first) as [string, string]
  return { key: `comment ${first}`, about: { layer, comment } }
}

function circleFrom(key: string, all: ReadonlyMap<string, Said>): Set<string> {
  const circle = new Set<string>()
  for (let at = key; !circle.has(at); ) {
    circle.add(at)
    const { on } = all.get(at)!.comment as Comment & { on: { layer: string; comment: string } }
    at = keyOfComment(on.layer, on.comment)
  }
  return circle
}

/** What is one conversation however often it is begun; undefined for what isn't. */
function topicKey(on: Topic): string | undefined {
  if ('annotation' in on) return `annotation ${keyOfComment(on.layer, on.annotation)}`
  if ('verdict' in on) return `verdict ${keyOfComment(on.layer, on.verdict)}`
  return undefined
}

const asking = new Set(['question', 'disagree'])

function threadOf(key: string, about: Topic, said: readonly Said[]): Thread {
  let state: Thread['state'] = 'open'
  let asker: string | null = null
  let answers = 0
  let isAgainst = false
  for (const { layer, comment } of said) {
    // A question doesn't take the place of a disagreement that is open; of a resolved one it does.
    if (asking.has(comment.kind)) isAgainst = comment.kind === 'disagree' || (isAgainst && state === 'open')
    if (comment.kind === 'resolve') state = 'resolved'
    else if (comment.kind === 'reopen' || asking.has(comment.kind)) state = 'open'
    if (asking.has(comment.kind)) {
      asker = layer
      answers = 0
    } else if (asker !== null && layer !== asker) answers++
  }
  const isOpen = state === 'open'
  return { key, about, said, state, isAsking: asker !== null && isOpen, disagrees: isAgainst && isOpen, answers }
}

function inTime(one: Said, other: Said): number {
  return (
    compare(knownSince(one.comment), knownSince(other.comment)) ||
    compare(one.comment.id, other.comment.id) ||
    compare(one.layer, other.layer)
  )
}

/** Since when others could know it: nobody settles what was written before and came after. */
function knownSince({ created, came }: Comment): string {
  return came !== undefined && came > created ? came : created
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one === other ? 0 : 1
}
