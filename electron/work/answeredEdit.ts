import { asOne, type SingleEdit } from '../../shared/annotation/asOne.ts'
import type { Comment } from '../../shared/annotation/comment.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { partsOf } from '../../shared/annotation/footprint.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import { isOpaqueEntry, type Opaque } from '../../shared/annotation/opaque.ts'
import type { Verdict } from '../../shared/annotation/verdict.ts'
import { all } from '../../shared/dataset/select.ts'
import type { Answer } from '../../shared/packet/answer.ts'
import { type Earlier, noneEarlier } from '../../shared/packet/earlier.ts'
import { lastTaken, lastTakenMark } from '../../shared/packet/lastTaken.ts'
import { idsOf, type Taken, takeAnswer } from '../../shared/packet/takeAnswer.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { standingOf } from './answeredLayer.ts'
import { type DatasetSource, datasetArticle, type NotTaken } from './datasetArticle.ts'

/** One article of an answer by whoever is at work here, and what the workspace has of it. */
export interface OwnAnswerSource {
  readonly answer: Answer
  /** The article's place in the answer. */
  readonly place: number
  /** The article with all its layers; null where there is none of that path. */
  readonly source: DatasetSource | null
  /** The id of whoever is at work here. */
  readonly me: string
  /** ISO 8601, in UTC. */
  readonly at: string
}

export interface AnsweredEdit extends Taken {
  /** One edit of the person's own layer, which remembers when the answer was made; null where the layer knows already. */
  readonly edit: Edit | null
  /** Whether the edit does no more than remember that: the answer says nothing new here. */
  readonly isOnlyDated: boolean
  /** A later answer of theirs to the same packet or letter was taken up here: nothing of this one is. */
  readonly isBehind: boolean
  /** The edit that leaves things as they were (see `isAsSeen`). */
  readonly seen: Edit | null
  /** What of an earlier answer of theirs goes. */
  readonly earlier: Earlier
  /** What couldn't be read beside the article. */
  readonly notTaken: readonly NotTaken[]
}

/**
 * What an answer comes to in the layer of the person who gave it and is at work
 * here. What they said or changed later than the answer stays as it is, and so does what a later
 * answer says or withdrew, in whatever order they come. Throws
 * the Problem by which their layer can't be read: nobody knows then what stands
 * in it.
 */
export async function answeredEdit({ answer, place, source, me, at }: OwnAnswerSource): Promise<AnsweredEdit> {
  const made = source && (await datasetArticle(source, all))
  const taken = takeAnswer(answer, answer.articles[place]!, made && standingOf(made))
  const notTaken = made?.notTaken ?? []
  const nothing = {
    ...{ ...taken, edit: null, seen: null, isOnlyDated: false, isBehind: false },
    ...{ earlier: noneEarlier, notTaken },
  }
  if (!made) return nothing
  const unread = made.notTaken.find(({ annotator, problem }) => annotator === me && problem)?.problem
  if (unread) throw new Problem(unread.kind, unread.detail)
  const layer = new Layer(made.files.get(me)?.placed)
  const { comments, verdicts } = layer.remarks
  const last = lastTaken(verdicts.all(), answer)
  const isOfLater = (one: Comment | Verdict | Opaque) =>
    !isOpaqueEntry(one) && one.id.startsWith(idsOf(answer)) && one.created > answer.made
  if (last > answer.made || [...comments.all(), ...verdicts.all()].some(isOfLater))
    return { ...nothing, isBehind: true }
  const mentioned = new Set(taken.mentioned)
  const isOurs = (one: Comment | Verdict | Opaque): one is Comment | Verdict =>
    !isOpaqueEntry(one) && one.id.startsWith(idsOf(answer)) && timeOf(one) <= answer.made
  const isWithdrawn = (one: Comment | Verdict | Opaque) => isOurs(one) && !mentioned.has(one.id)
  const isNew = <T extends Comment | Verdict>(one: T, was: T | Opaque | undefined) =>
    was === undefined || (isOurs(was) && !isSame(one, was))
  const [unsaid, unjudged] = [comments.all().filter(isWithdrawn), verdicts.all().filter(isWithdrawn)]
  const judged = taken.verdicts.filter(one => isNew(one, verdicts.get(one.id)))
  const said = taken.comments.filter(one => isNew(one, comments.get(one.id)))
  const edits: SingleEdit[] = [
    ...unsaid.map(({ id }): SingleEdit => ({ kind: 'removeComment', id })),
    ...unjudged.map(({ id }): SingleEdit => ({ kind: 'removeVerdict', id })),
    ...said.map((comment): SingleEdit => ({ kind: 'putComment', comment: { ...comment, came: at } })),
    ...judged.map((verdict): SingleEdit => ({ kind: 'putVerdict', verdict })),
  ]
  const isOnlyDated = edits.length === 0
  const isThere = made.files.has(me)
  if (last < answer.made && (isThere || !isOnlyDated))
    edits.push({ kind: 'putVerdict', verdict: lastTakenMark(answer) })
  const earlier: Earlier = {
    verdictsReplaced: judged.filter(({ id }) => verdicts.get(id) !== undefined).length,
    commentsReplaced: said.filter(({ id }) => comments.get(id) !== undefined).length,
    ...{ verdictsWithdrawn: unjudged.length, commentsWithdrawn: unsaid.length },
  }
  const undos = edits.flatMap(one => [...partsOf(layer.apply(one))].reverse())
  return {
    ...nothing,
    ...{ comments: said, verdicts: judged, earlier },
    isOnlyDated,
    ...{ edit: asOne(edits), seen: asOne(undos.reverse()) },
  }
}

function timeOf({ modified, created }: Comment | Verdict): string {
  return modified ?? created
}

/** Whether two say the same, whenever that was said. */
function isSame(one: object, other: object): boolean {
  const bare = (thing: object) => JSON.stringify({ ...thing, created: undefined, modified: undefined, came: undefined })
  return bare(one) === bare(other)
}
