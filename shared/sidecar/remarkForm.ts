import type { CodebookEntry, Comment, CommentTarget } from '../annotation/comment.ts'
import { isOpaqueEntry, type Opaque } from '../annotation/opaque.ts'
import type { Judged, Verdict } from '../annotation/verdict.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { jsonOf, restOf, textOf, withRest } from '../json/rest.ts'
import { anchorFromFile, anchorToFile, type Offsets, rested, untranslated } from './fileForm.ts'
import { FileComment, FileVerdict, targets } from './schema.ts'

/**
 * Comments and verdicts as they stand in files, and back. What isn't shaped like
 * one, or counts beyond the text, comes as an `Opaque` and goes back as it came.
 */

const commentKeys = new Set(['id', 'kind', 'on', 'text', 'created', 'modified', 'came'])
const verdictKeys = new Set(['id', 'on', 'verdict', 'reason', 'reasonLabel', 'note', 'gold', 'created', 'modified'])
const judgedKeys = new Set(['layer', 'annotation', 'revision', 'says'])
const entryKeys = new Set(['kind', 'id'])

export function commentToFile(comment: Comment | Opaque, offsets: Offsets): JsonObject {
  if (isOpaqueEntry(comment)) return jsonOf(comment.json) as JsonObject
  const { id, kind, on, text, created, modified, came, rest } = comment
  return withRest({ id, kind, on: targetToFile(on, offsets), text, created, modified, came }, rest)
}

export function commentFromFile(file: JsonObject, offsets: Offsets): Comment | Opaque {
  if (!FileComment.safeParse(file).success) return opaque(file)
  try {
    return {
      id: file['id'] as string,
      kind: file['kind'] as string,
      on: targetFromFile(file['on'] as JsonObject, offsets),
      text: file['text'] as string,
      created: file['created'] as string,
      ...said(file, 'modified'),
      ...said(file, 'came'),
      ...rested(restOf(file, commentKeys)),
    }
  } catch (error) {
    if (error instanceof RangeError) return opaque(file)
    throw error
  }
}

export function verdictToFile(verdict: Verdict | Opaque): JsonObject {
  if (isOpaqueEntry(verdict)) return jsonOf(verdict.json) as JsonObject
  const { id, on, reason, reasonLabel, note, gold, created, modified, rest } = verdict
  const { layer, annotation, revision, says } = on
  const judged = withRest({ layer, annotation, revision, says }, on.rest)
  return withRest(
    { id, on: judged, verdict: verdict.verdict, reason, reasonLabel, note, gold, created, modified },
    rest,
  )
}

export function verdictFromFile(file: JsonObject): Verdict | Opaque {
  if (!FileVerdict.safeParse(file).success) return opaque(file)
  return {
    id: file['id'] as string,
    on: judgedFromFile(file['on'] as JsonObject),
    verdict: file['verdict'] as string,
    ...said(file, 'reason'),
    ...said(file, 'reasonLabel'),
    ...said(file, 'note'),
    ...said(file, 'gold'),
    created: file['created'] as string,
    ...said(file, 'modified'),
    ...rested(restOf(file, verdictKeys)),
  }
}

function judgedFromFile(file: JsonObject): Judged {
  return {
    layer: file['layer'] as string,
    annotation: file['annotation'] as string,
    revision: file['revision'] as number,
    ...said(file, 'says'),
    ...rested(restOf(file, judgedKeys)),
  }
}

function targetToFile(on: CommentTarget, offsets: Offsets): JsonObject {
  const { rest, ...target } = on
  if ('span' in target) return withRest({ span: anchorToFile(target.span, offsets) }, rest)
  if ('lost' in target) {
    const { lost, textSha256 } = target
    return withRest({ lost: anchorToFile(lost, untranslated), textSha256 }, rest)
  }
  if (!('entry' in target)) return withRest({ ...target }, rest)
  const { kind, id, rest: more } = target.entry
  return withRest({ entry: withRest({ kind, id }, more) }, rest)
}

function targetFromFile(file: JsonObject, offsets: Offsets): CommentTarget {
  const kind = targetKinds.find(one => targets[one].safeParse(file).success)!
  const rest = rested(restOf(file, new Set(Object.keys(targets[kind].shape))))
  const text = (key: string) => file[key] as string
  switch (kind) {
    case 'annotation':
      return { layer: text('layer'), annotation: text('annotation'), ...rest }
    case 'comment':
      return { layer: text('layer'), comment: text('comment'), ...rest }
    case 'verdict':
      return { layer: text('layer'), verdict: text('verdict'), ...rest }
    case 'span':
      return { span: anchorFromFile(file['span'] as JsonObject, offsets), ...rest }
    case 'lost':
      return { lost: anchorFromFile(file['lost'] as JsonObject, untranslated), textSha256: text('textSha256'), ...rest }
    case 'article':
      return { article: true, ...rest }
    case 'entry':
      return { entry: entryFromFile(file['entry'] as JsonObject), ...rest }
  }
}

const targetKinds = Object.keys(targets) as (keyof typeof targets)[]

function entryFromFile(file: JsonObject): CodebookEntry {
  const { kind, id } = file
  return { kind: kind as CodebookEntry['kind'], id: id as string, ...rested(restOf(file, entryKeys)) }
}

/** Comments or verdicts in the order of their file: by when they were made, then by id. What says no time comes first. */
export function byTime(entries: readonly JsonObject[]): JsonObject[] {
  return [...entries].sort((one, other) => compare(timeOf(one), timeOf(other)) || compare(one['id'], other['id']))
}

function timeOf({ created }: JsonObject): string {
  return typeof created === 'string' ? created : ''
}

function compare(one: Json | undefined, other: Json | undefined): number {
  return String(one) < String(other) ? -1 : one === other ? 0 : 1
}

function opaque(file: JsonObject): Opaque {
  return { id: file['id'] as string, json: textOf(file) }
}

/** A text that an entry may hold. */
function said<K extends string>(file: JsonObject, key: K): { [_ in K]?: string } {
  const value = file[key]
  return (value === undefined ? {} : { [key]: value }) as { [_ in K]?: string }
}
