import type { Comment, CommentTarget } from '../annotation/comment.ts'
import { isOpaqueEntry, type Opaque } from '../annotation/opaque.ts'
import type { Verdict } from '../annotation/verdict.ts'
import type { DatasetLayer } from './dataset.ts'

/** What an annotator wrote and decided about anybody's work, as a dataset has it. */
export type Discussed = Pick<DatasetLayer, 'comments' | 'verdicts' | 'unknownRemarks'>

/** A comment or a verdict that isn't in a dataset, since what it is about isn't. */
export interface GoneRemark {
  readonly annotator: string
  readonly id: string
  /** What it says, in its author's words; '' for a verdict without any. */
  readonly words: string
}

/** Comments and verdicts of a layer's file. Of those of a shape that isn't known only their number is. */
export function discussedIn(
  comments: readonly (Comment | Opaque)[],
  verdicts: readonly (Verdict | Opaque)[],
): Discussed {
  const known = {
    comments: comments.flatMap(one => (isOpaqueEntry(one) ? [] : [bareComment(one)])).sort(byId),
    verdicts: verdicts.flatMap(one => (isOpaqueEntry(one) ? [] : [bareVerdict(one)])).sort(byId),
  }
  const unknown = comments.length + verdicts.length - known.comments.length - known.verdicts.length
  return {
    ...(known.comments.length > 0 ? { comments: known.comments } : {}),
    ...(known.verdicts.length > 0 ? { verdicts: known.verdicts } : {}),
    ...(unknown > 0 ? { unknownRemarks: unknown } : {}),
  }
}

/** Without the keys that Stet doesn't know, as annotations are in a dataset. */
export function bareComment({ rest: _, ...comment }: Comment): Comment {
  const { rest: __, ...on } = comment.on
  if ('entry' in on) return { ...comment, on: { entry: { kind: on.entry.kind, id: on.entry.id } } }
  if ('span' in on) return { ...comment, on: { span: bareAnchor(on.span) } }
  if ('lost' in on) return { ...comment, on: { ...on, lost: bareAnchor(on.lost) } }
  return { ...comment, on }
}

/** The same of a verdict. */
export function bareVerdict({ rest: _, on: { rest: __, ...on }, ...verdict }: Verdict): Verdict {
  return { ...verdict, on }
}

function bareAnchor<T extends { readonly rest?: string }>({ rest: _, ...anchor }: T): Omit<T, 'rest'> {
  return anchor
}

/** A layer whose comments and verdicts call the layers that they are about otherwise: as `nameOf` says, and nothing at all where it knows none. */
export function renamedTargets(layer: DatasetLayer, nameOf: (annotator: string) => string | undefined): DatasetLayer {
  const named = <T extends { readonly layer: string }>(on: T): T => ({ ...on, layer: nameOf(on.layer) ?? '' })
  return {
    ...layer,
    ...(layer.comments
      ? { comments: layer.comments.map(one => ('layer' in one.on ? { ...one, on: named(one.on) } : one)) }
      : {}),
    ...(layer.verdicts ? { verdicts: layer.verdicts.map(one => ({ ...one, on: named(one.on) })) } : {}),
  }
}

/**
 * The layers of an article without the comments and verdicts that are about
 * something which isn't in them: an annotation that wasn't chosen or has no
 * place, the layer of somebody else, a comment that is gone itself. A verdict
 * goes too where what was made of it does.
 */
export function withWhatIsThere(layers: readonly DatasetLayer[]): {
  readonly layers: readonly DatasetLayer[]
  readonly gone: readonly GoneRemark[]
} {
  if (layers.every(({ comments, verdicts }) => !comments && !verdicts)) return { layers, gone: [] }
  const annotations = new Map(layers.map(layer => [layer.annotator, new Set(layer.annotations.map(({ id }) => id))]))
  const isKept = (annotator: string, { on, gold }: Verdict) =>
    annotations.get(on.layer)?.has(on.annotation) === true &&
    (gold === undefined || annotations.get(annotator)!.has(gold))
  const verdicts = new Set(
    layers.flatMap(({ annotator, verdicts = [] }) =>
      verdicts.flatMap(one => (isKept(annotator, one) ? [keyOf(annotator, one.id)] : [])),
    ),
  )
  const comments = standing(layers, on => {
    if ('annotation' in on) return annotations.get(on.layer)?.has(on.annotation) === true
    return 'verdict' in on ? verdicts.has(keyOf(on.layer, on.verdict)) : true
  })
  const gone: GoneRemark[] = []
  const kept = layers.map(layer => {
    const { comments: said = [], verdicts: decided = [], ...rest } = layer
    const { annotator } = rest
    const left = {
      comments: said.filter(({ id }) => comments.get(keyOf(annotator, id))),
      verdicts: decided.filter(({ id }) => verdicts.has(keyOf(annotator, id))),
    }
    for (const { id, text } of said) if (!comments.get(keyOf(annotator, id))) gone.push({ annotator, id, words: text })
    for (const { id, note = '' } of decided)
      if (!verdicts.has(keyOf(annotator, id))) gone.push({ annotator, id, words: note })
    return {
      ...rest,
      ...(left.comments.length > 0 ? { comments: left.comments } : {}),
      ...(left.verdicts.length > 0 ? { verdicts: left.verdicts } : {}),
    }
  })
  return gone.length === 0 ? { layers, gone } : { layers: kept, gone }
}

/** Whether each comment is about something that is there; a comment on a comment is if that one is. Comments in a circle are about nothing. */
function standing(
  layers: readonly DatasetLayer[],
  isThere: (on: CommentTarget) => boolean,
): ReadonlyMap<string, boolean> {
  const all = new Map(
    layers.flatMap(({ annotator, comments = [] }) => comments.map(one => [keyOf(annotator, one.id), one] as const)),
  )
  const known = new Map<string, boolean>()
  for (const first of all.keys()) {
    const way = new Set<string>()
    let key = first
    let answer: boolean | undefined
    while (answer === undefined) {
      const comment = all.get(key)
      if (known.has(key)) answer = known.get(key)!
      else if (!comment || way.has(key)) answer = false
      else {
        way.add(key)
        if ('comment' in comment.on) key = keyOf(comment.on.layer, comment.on.comment)
        else answer = isThere(comment.on)
      }
    }
    for (const one of way) known.set(one, answer)
  }
  return known
}

const keyOf = (annotator: string, id: string) => JSON.stringify([annotator, id])

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
