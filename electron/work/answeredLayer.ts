import { basename } from 'node:path'
import type { Comment } from '../../shared/annotation/comment.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import { isOpaqueEntry, type Opaque } from '../../shared/annotation/opaque.ts'
import type { Verdict } from '../../shared/annotation/verdict.ts'
import { all } from '../../shared/dataset/select.ts'
import type { Answer } from '../../shared/packet/answer.ts'
import { type Earlier, noneEarlier } from '../../shared/packet/earlier.ts'
import {
  idsOf,
  lastAnswered,
  type Standing,
  type Taken,
  takeAnswer,
  withAnswered,
} from '../../shared/packet/takeAnswer.ts'
import { sayings } from '../../shared/review/saying.ts'
import type { CodebookMark, Head } from '../../shared/sidecar/head.ts'
import { writeSidecar } from '../../shared/sidecar/writeSidecar.ts'
import { makeRuler } from '../../shared/text/ruler.ts'
import { type DatasetSource, datasetArticle, type MadeArticle, type NotTaken } from './datasetArticle.ts'
import { isTheirs } from './isAnswerers.ts'

/** One article of an answer, and what the workspace has of it. */
export interface AnswerSource {
  readonly answer: Answer
  /** The article's place in the answer. */
  readonly place: number
  /** The article with all its layers; null where there is none of that path. */
  readonly source: DatasetSource | null
  /** Whose layer the answer becomes. `key` is one that only answers of this person have. */
  readonly annotator: { readonly id: string; readonly name: string; readonly key: string }
  readonly codebook: CodebookMark
  /** ISO 8601, in UTC. */
  readonly at: string
}

export interface AnsweredLayer extends Taken {
  /**
   * `new`: a file for whoever answered. `changed`: one that an answer of theirs made takes this in. `same`: it says so
   * already. `nothing`: nothing of the answer fits. `taken`: a layer of that id is somebody else's, or its owner has worked in it. `newer`: it has
   * what a later answer of theirs to the same packet or letter says.
   */
  readonly becomes: 'new' | 'changed' | 'same' | 'nothing' | 'taken' | 'newer'
  /** What of an earlier answer goes. */
  readonly earlier: Earlier
  /** The layer's file as it is to be; null where nothing is to be written. */
  readonly sidecar: string | null
  /** What couldn't be read beside the article. */
  readonly notTaken: readonly NotTaken[]
}

/**
 * What an answer comes to in one article. Only a file that answers of the same
 * person made is changed: what this packet brought before and isn't in the
 * answer any more is taken away, and everything else stays.
 */
export async function answeredLayer(asked: AnswerSource): Promise<AnsweredLayer> {
  const { answer, place, source, annotator } = asked
  const made = source && (await datasetArticle(source, all))
  const taken = takeAnswer(answer, answer.articles[place]!, made && standingOf(made))
  const nothing = { ...taken, sidecar: null, notTaken: made?.notTaken ?? [], earlier: noneEarlier }
  if (!made) return { ...nothing, becomes: 'nothing' }
  const standing = made.files.get(annotator.id)
  const isThere = source!.layers.some(layer => layer.annotator === annotator.id)
  // One that can't be read is nobody's to write over.
  const isAnswers = standing && isTheirs(standing.head, standing.placed, { ...answer, key: annotator.key })
  if (isThere && !isAnswers) return { ...nothing, becomes: 'taken' }
  if (!standing) {
    if (taken.comments.length + taken.verdicts.length === 0) return { ...nothing, becomes: 'nothing' }
    const { codebook, at } = asked
    const rest = withAnswered(undefined, answer)
    const head: Head = { revision: 1, created: at, modified: at, annotator, codebook, zoneRests: new Map(), rest }
    return {
      ...nothing,
      becomes: 'new',
      sidecar: written(
        head,
        new Layer({ ...taken, comments: taken.comments.map(one => ({ ...one, came: at })) }),
        made,
      ),
    }
  }
  const { placed, head } = standing
  const brought = [...placed.comments, ...placed.verdicts]
  const isLater = (one: (typeof brought)[number]) => !isOpaqueEntry(one) && one.created > answer.made
  const isBehind = lastAnswered(head.rest, answer) > answer.made
  if (isBehind || brought.some(one => one.id.startsWith(idsOf(answer)) && isLater(one)))
    return { ...nothing, becomes: 'newer' }
  const layer = new Layer(placed)
  const before = written(head, layer, made)
  const mentioned = new Set(taken.mentioned)
  const isWithdrawn = ({ id }: { readonly id: string }) => id.startsWith(idsOf(answer)) && !mentioned.has(id)
  const [unsaid, unjudged] = [placed.comments.filter(isWithdrawn), placed.verdicts.filter(isWithdrawn)]
  for (const { id } of unsaid) layer.apply({ kind: 'removeComment', id })
  for (const { id } of unjudged) layer.apply({ kind: 'removeVerdict', id })
  const { comments, verdicts } = layer.remarks
  const others = taken.verdicts.filter(one => !isSame(one, verdicts.get(one.id)))
  const saidOtherwise = taken.comments.filter(one => !isSame(one, comments.get(one.id)))
  const earlier: Earlier = {
    verdictsReplaced: others.filter(({ id }) => verdicts.get(id) !== undefined).length,
    commentsReplaced: saidOtherwise.filter(({ id }) => comments.get(id) !== undefined).length,
    ...{ verdictsWithdrawn: unjudged.length, commentsWithdrawn: unsaid.length },
  }
  const isAllSame = others.length + saidOtherwise.length === 0
  const next = { ...head, revision: head.revision + 1, modified: asked.at, rest: withAnswered(head.rest, answer) }
  if (isAllSame && written(head, layer, made) === before) {
    // It says nothing new, but for when it was said last.
    const isLast = lastAnswered(head.rest, answer) < answer.made
    return { ...nothing, becomes: 'same', sidecar: isLast ? written(next, layer, made) : null }
  }
  // All of it, so that the file tells by its times which answer it has.
  for (const comment of taken.comments) {
    const was = comments.get(comment.id)
    // What stands here as it did came when it came first.
    const came = isSame(comment, was) && was && !isOpaqueEntry(was) ? was.came : asked.at
    layer.apply({ kind: 'putComment', comment: came === undefined ? comment : { ...comment, came } })
  }
  for (const verdict of taken.verdicts) layer.apply({ kind: 'putVerdict', verdict })
  const sidecar = written(next, layer, made)
  return { ...nothing, becomes: 'changed', sidecar, earlier }
}

/** What stands in an article now, as far as an answer can be about it. */
export function standingOf({ article, files, read }: MadeArticle): Standing {
  const layers = article.layers.map(layer => {
    const { verdicts } = files.get(layer.annotator)!.placed
    const standing = { annotations: sayings(article.text, layer), verdicts: new Set(verdicts.map(({ id }) => id)) }
    return [layer.annotator, standing] as const
  })
  return { textSha256: read.textSha256, layers: new Map(layers) }
}

/** Whether two say the same, whenever that was said. */
function isSame<T extends Comment | Verdict>(one: T, other: T | Opaque | undefined): boolean {
  const bare = (thing: object) => JSON.stringify({ ...thing, created: undefined, modified: undefined, came: undefined })
  return other !== undefined && bare(one) === bare(other)
}

function written(head: Head, layer: Layer, { article, read }: MadeArticle): string {
  const { sha256, textSha256 } = read
  return writeSidecar(
    head,
    layer,
    { ...read.article, file: basename(article.path), sha256, textSha256 },
    makeRuler(read.article.text),
  )
}
