import { readHistory } from '../history/history.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { textOf } from '../json/rest.ts'
import { PLACING_MS } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { editFromFile } from '../sidecar/fileEdit.ts'
import { annotationToFile, linkToFile, unplacedToFile } from '../sidecar/fileForm.ts'
import { isOwnKey, type Keyed } from '../sidecar/head.ts'
import { oldTextsOf, textsWanted } from '../sidecar/oldTexts.ts'
import { placeLayer } from '../sidecar/placeLayer.ts'
import { headOf, readSidecar } from '../sidecar/readSidecar.ts'
import { commentToFile, verdictToFile } from '../sidecar/remarkForm.ts'
import { makeRuler, type Ruler } from '../text/ruler.ts'
import type { Decision } from './contradiction.ts'
import { knownBefore } from './knownBefore.ts'
import { type Changes, mergeVersions } from './mergeVersions.ts'
import { showContradictions } from './shownContradiction.ts'

/** A copy of a layer, and all that it takes to merge it. */
export interface CopySource {
  /** The bytes of the copy, which may be anybody's. */
  readonly copy: Uint8Array
  /** The layer as it stands here: the bytes that its file would have. */
  readonly here: Uint8Array
  /** This device's history of the layer, and the files that it began with where they stand beside it. */
  readonly history: Uint8Array | null
  readonly begun: readonly Uint8Array[]
  readonly text: string
  readonly textSha256: string
  /** Earlier texts that are kept, by hash; left open until they are asked for. */
  readonly oldTexts: Readonly<Record<string, string>> | 'unread'
  readonly me: Keyed
  readonly decisions: readonly Decision[]
}

/** What merging a copy comes to. Plain data: it comes out of the worker. */
export interface MergedCopy {
  /** The edit of the layer that merges it, as the JSON text of an `Edit`; null while something is undecided, or where nothing is to be done. */
  readonly edit: string | null
  readonly changes: Changes
  /** What a person has to decide: `ShownContradiction[]` as JSON text. */
  readonly contradictions: string
  /** Who made it, where it carries another person's or another device's mark; null where it is the person's own for sure. */
  readonly madeBy: string | null
  /** Nothing was merged: it takes the earlier texts with these hashes, as far as they are kept. */
  readonly wantsTexts: readonly string[]
}

/** Hex sha256 of a text as UTF-8, or of bytes. */
type HashAny = (data: string | Uint8Array) => string

const noChanges: Changes = { added: 0, changed: 0, removed: 0, links: 0, comments: 0, verdicts: 0, progress: false }

/**
 * Merges a copy of a layer into the layer, each annotation of it at its place
 * in the text at hand. Where it was made on another text than this one nothing
 * counts as known of what both began with, so a person is asked more.
 *
 * Throws Problem `copy-damaged` or `copy-newer` for a copy that can't be read.
 */
export function mergeCopy(source: CopySource, hash: HashAny, clock: () => number): MergedCopy {
  const { text, textSha256, oldTexts, decisions } = source
  const copy = readCopy(source.copy)
  const madeBy = maker(copy, source.me)
  const wantsTexts = oldTexts === 'unread' ? textsWanted(copy, textSha256) : []
  if (wantsTexts.length > 0) return { edit: null, changes: noChanges, contradictions: '[]', madeBy, wantsTexts }
  const here = readSidecar(source.here)
  const ruler = makeRuler(text)
  const until = clock() + PLACING_MS
  const help = { oldTexts: oldTextsOf(copy, oldTexts, hash), isOver: () => clock() > until }
  const other = placed(copy, here, placeLayer(copy, text, textSha256, ruler, help), ruler)
  const isSameText = (copy['article'] as JsonObject)['textSha256'] === textSha256
  const agreed = isSameText ? agreedWith(other, here, source, hash) : null
  const merged = mergeVersions({ here, other, agreed }, decisions)
  if (!merged) throw new RangeError('The layer stands on another text than the one at hand')
  const { edits, contradictions, changes } = merged
  const isReady = contradictions.length === 0 && edits.length > 0
  const shown = showContradictions(contradictions, { ours: here, theirs: other }, ruler)
  return {
    edit: isReady ? JSON.stringify(editFromFile({ kind: 'all', edits }, ruler)) : null,
    changes,
    contradictions: textOf(shown as unknown as Json),
    madeBy,
    wantsTexts: [],
  }
}

function readCopy(bytes: Uint8Array): JsonObject {
  try {
    return readSidecar(bytes)
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    throw new Problem(problem.kind === 'sidecar-newer' ? 'copy-newer' : 'copy-damaged', problem.detail, {
      cause: problem,
    })
  }
}

function maker(copy: JsonObject, me: CopySource['me']): string | null {
  const { id, name, key } = headOf(copy).annotator
  return id === me.id && isOwnKey(key, me) ? null : name
}

/** The copy as its file would be if it had been made here: each annotation at its words, or unplaced. */
function placed(copy: JsonObject, here: JsonObject, layer: ReturnType<typeof placeLayer>, ruler: Ruler): JsonObject {
  return {
    ...copy,
    article: here['article']!,
    annotations: layer.annotations.map(one => annotationToFile(one, ruler)),
    unplaced: layer.unplaced.map(unplacedToFile),
    links: layer.links.map(one => linkToFile(one, ruler)),
    comments: layer.comments.map(one => commentToFile(one, ruler)),
    verdicts: layer.verdicts.map(verdictToFile),
  }
}

function agreedWith(
  copy: JsonObject,
  here: JsonObject,
  { history, begun }: CopySource,
  hash: HashAny,
): JsonObject | null {
  const { entries } = readHistory(history ?? new Uint8Array(), hash)
  const files = new Map(begun.map(bytes => [hash(bytes), bytes]))
  return knownBefore(copy, here, entries, sha256 => fileIn(files.get(sha256)))
}

function fileIn(bytes: Uint8Array | undefined): JsonObject | null {
  try {
    return bytes ? readSidecar(bytes) : null
  } catch (problem) {
    if (problem instanceof Problem) return null
    throw problem
  }
}
