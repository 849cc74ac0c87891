import { isAsSeen } from '../../shared/annotation/asSeen.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { isAsLeft } from '../../shared/annotation/footprint.ts'
import { standsIn } from '../../shared/annotation/standsIn.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { readJson } from '../../shared/json/readJson.ts'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { ChangeIntent, IntendedChange } from '../../shared/sidecar/changeIntent.ts'
import { readBounded } from '../disk/readBounded.ts'
import { formIn } from './bulkForms.ts'
import type { BulkEdit, BulkParts } from './bulkParts.ts'
import type { OpenArticle } from './openArticle.ts'
import { historyPlace } from './places.ts'

/** What was done to one article, and how it is taken back. */
export interface Done {
  readonly path: string
  readonly edit: Edit
  readonly undo: Edit
  /** To take it back where the layer is as it left it, as an intent says that. */
  readonly back: IntendedChange
}

/**
 * Does one article's part in a change of many. Resolves once it is on disk.
 * Throws Problem `changed-since` where anything isn't as it was seen,
 * `words-not-there`, and whatever keeps the layer from being changed.
 */
export async function recordIn(article: OpenArticle, annotator: string, change: BulkEdit): Promise<Done> {
  const { path, edit } = change
  mustBeOf(article, annotator)
  mustFit(article, change)
  const { undo, durable } = article.layerInHand().recordUndoably(edit)
  await durable
  const form = formIn(article, { path, edit: undo, seen: edit })
  if ('kind' in form) throw new RangeError('What was changed has words that stand nowhere')
  return { path, edit, undo, back: { article: path, ...form } }
}

/** Does what is still to be done in one article of an interrupted change; throws as `recordIn` does where it doesn't fit any more. */
export async function completeIn(
  article: OpenArticle,
  parts: Pick<BulkParts, 'disk' | 'fence' | 'workbench'>,
  intent: ChangeIntent,
  change: IntendedChange,
): Promise<void> {
  mustBeOf(article, intent.annotator)
  const edit = article.fromFile(change.textSha256, readJson(change.edit) as JsonObject)
  const seen = change.seen === null ? null : article.fromFile(change.textSha256, readJson(change.seen) as JsonObject)
  if (await isDone(article, parts, intent, change, edit)) return
  if (!edit || (change.seen !== null && !seen)) throw new Problem('words-not-there')
  mustFit(article, { path: article.path, edit, seen })
  await article.layerInHand().record(edit)
}

/** Whether an interrupted change was done in an article, whatever has become of it since: its history says so. */
async function isDone(
  article: OpenArticle,
  { disk, fence, workbench }: Pick<BulkParts, 'disk' | 'fence' | 'workbench'>,
  { annotator, device, at }: ChangeIntent,
  change: IntendedChange,
  edit: Edit | null,
): Promise<boolean> {
  if (edit && isAsLeft(article.layerInHand().layer, edit)) return true
  const place = historyPlace(fence.root, article.path, annotator, device)
  const history = await readBounded(disk, place, MAX_SIDECAR_BYTES, fence).catch(unlessNotThere)
  return history !== null && workbench.run('editInHistory', { history, edit: change.edit, since: at })
}

/** A layer is changed in the name of whoever began the change, and of nobody else. */
function mustBeOf(article: OpenArticle, annotator: string): void {
  if (article.live().annotator !== annotator) throw new Problem('cannot-save', 'Somebody else annotates here by now.')
}

function mustFit(article: OpenArticle, { edit, seen }: BulkEdit): void {
  if (!isAsSeen(article.layerInHand().layer, edit, seen)) throw new Problem('changed-since')
  if (!standsIn(edit, article.live().text)) throw new Problem('words-not-there')
}

function unlessNotThere(error: unknown): null {
  if (error instanceof Problem && error.kind === 'not-there') return null
  throw error
}
