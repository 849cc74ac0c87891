import { type Hash, readHistory } from '../history/history.ts'
import { type Copy, CopyWanted, type Recovery } from '../history/recover.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { textOf } from '../json/rest.ts'
import { PLACING_MS } from '../limits.ts'
import type { Contradiction, Decision } from '../merging/contradiction.ts'
import { recoverSidecar } from '../merging/recoverSidecar.ts'
import { showContradictions } from '../merging/shownContradiction.ts'
import type { ProblemKind } from '../problems/kinds.ts'
import { Problem, type ProblemNotice } from '../problems/problem.ts'
import { recodings } from '../text/recoding.ts'
import { makeRuler, type Ruler } from '../text/ruler.ts'
import { type Head, isOwnKey, type Keyed } from './head.ts'
import { oldTextsOf, textsWanted } from './oldTexts.ts'
import { type PlacedLayer, placeLayer } from './placeLayer.ts'
import { headOf } from './readSidecar.ts'
import { salvage, salvagedSentence } from './salvage.ts'

/** What a person's layer is taken up from. Bytes are null where there is no such file. */
export interface LayerSource {
  readonly sidecar: { readonly bytes: Uint8Array; readonly sha256: string } | null
  readonly history: Uint8Array | null
  /** What the history began with, where it is kept beside it: null for nothing, left open until it is asked for. */
  readonly copy: Copy | null | 'unread'
  /** sha256 of the article's bytes, where somebody is told of what became of the annotations. */
  readonly bytesSha256?: string
  /** Those bytes, and the encoding that they are read in, where the text is all that they hold: given with the earlier texts. */
  readonly bytes?: { readonly bytes: Uint8Array; readonly encoding: string }
  readonly text: string
  readonly textSha256: string
  /** Earlier texts that are kept, by hash; left open until they are asked for. */
  readonly oldTexts: Readonly<Record<string, string>> | 'unread'
  readonly me: Keyed
  /** What the person decided about contradictions between this device's edits and somebody's change of the file; null before they said that it shall be carried out. */
  readonly decisions?: readonly Decision[] | null
}

/** A layer, ready to be shown. Plain data: it comes out of the worker. */
export interface OpenedLayer {
  /** null for a layer that doesn't exist yet. */
  readonly head: Head | null
  readonly layer: PlacedLayer
  readonly readOnly: boolean
  readonly problem: ProblemNotice | null
  /** The sidecar on disk lacks something that the layer has. */
  readonly due: boolean
  /** The history must begin anew with the whole file before the next edit. */
  readonly needsBase: boolean
  /** See `Recovery`. */
  readonly unconfirmed?: string
  readonly putAside: boolean
  /** Somebody's change that was merged with edits of this device: what they wrote and our edit of it, as JSON texts. */
  readonly joined?: { readonly theirs: string; readonly edit: string }
  /** What the person has to decide before the layer may be changed: `ShownContradiction[]` as JSON text. */
  readonly contradictions: string
  /** The layer is exactly what the bytes of its sidecar say. */
  readonly isAsOnDisk: boolean
  /** Nothing was taken up: it takes the copy beside the history, which was left unread. */
  readonly wantsCopy: boolean
  /** Nothing was taken up: the text has changed, and it takes the earlier ones with these hashes, as far as they are kept. */
  readonly wantsTexts: readonly string[]
  readonly history: {
    readonly size: number
    readonly goodBytes: number
    readonly last: string
    readonly broken: boolean
  }
}

/**
 * Takes up a person's own layer: the sidecar, what this device's history adds
 * to it, and each annotation at its place in the text at hand.
 *
 * A sidecar that can't be read, or that is somebody else's, gives a layer for
 * reading only, of what is whole of it, with the reason; its file is left alone.
 */
export function openLayer(source: LayerSource, hash: Hash, clock: () => number): OpenedLayer {
  const { sidecar, copy, text, textSha256, me, decisions = null } = source
  const past = readHistory(source.history ?? new Uint8Array(), hash)
  const size = source.history?.byteLength ?? 0
  const end = { size, goodBytes: past.goodBytes, last: past.last, broken: past.damage === 'broken' }
  try {
    const found = recoverSidecar(sidecar, past, copy, decisions, hash)
    const history = found.isUnfit ? { ...end, broken: true } : end
    if (!found.file) return { ...closed(history, found.problem ?? historyProblem(past.damage)), readOnly: false }
    const head = headOf(found.file)
    const wantsTexts = source.oldTexts === 'unread' ? textsWanted(found.file, textSha256) : []
    if (wantsTexts.length > 0) return { ...closed(end, null), wantsTexts }
    const ruler = makeRuler(text)
    const until = clock() + PLACING_MS
    const oldTexts = oldTextsOf(found.file, source.oldTexts, hash)
    const isOver = () => clock() > until
    const madeOn = found.file['article'] as JsonObject
    const wanted = source.bytes ? textsWanted(found.file, textSha256) : []
    const known = { hash, isOver, likely: [String(madeOn['encoding'])] }
    const ways = source.bytes && recodings(source.bytes.bytes, { text, ...source.bytes }, wanted, known)
    const help = { oldTexts, isOver, recodings: (sha256: string) => ways?.get(sha256) }
    const layer = placeLayer(found.file, text, textSha256, ruler, help)
    const changed = madeOn['textSha256'] !== textSha256
    const isReadAnew = changed && madeOn['sha256'] === source.bytesSha256
    if (!isOwnKey(head.annotator.key, me)) {
      const taken = new Problem('annotator-taken', `The layer is ${head.annotator.name}’s.`)
      return { ...closed(end, taken), head, layer }
    }
    const isElsewhere = changed || layer.moved + layer.displaced + layer.cuesMoved + layer.commentsMoved > 0
    return {
      head,
      layer,
      readOnly: found.readOnly,
      problem: noticeOf(found.problem ?? historyProblem(past.damage) ?? textProblem(layer, changed, isReadAnew)),
      due: found.due,
      needsBase: found.needsBase || history.broken || isElsewhere,
      putAside: found.putAside,
      ...(found.unconfirmed === undefined ? {} : { unconfirmed: found.unconfirmed }),
      ...(found.joined ? { joined: { theirs: textOf(found.joined.theirs), edit: textOf(found.joined.edit) } } : {}),
      contradictions: found.ours
        ? undecided(found.contradictions, found.ours, found.theirs ?? found.file, ruler)
        : '[]',
      isAsOnDisk: sidecar !== null && !found.due && !found.readOnly && !isElsewhere,
      wantsCopy: false,
      wantsTexts: [],
      history,
    }
  } catch (problem) {
    if (problem instanceof CopyWanted) return { ...closed(end, null), wantsCopy: true }
    if (problem instanceof Problem) return { ...closed(end, problem), ...shownAllTheSame(source, problem) }
    throw problem
  }
}

const salvageable: ReadonlySet<ProblemKind> = new Set(['sidecar-damaged', 'sidecar-unkeepable', 'sidecar-newer'])

/** What is whole of a file that can't be taken up, for reading only, and how much that is. */
function shownAllTheSame(
  { sidecar, text, textSha256 }: LayerSource,
  { kind, detail }: Problem,
): Pick<OpenedLayer, 'head' | 'layer' | 'problem'> | null {
  const found = sidecar && salvageable.has(kind) ? salvage(sidecar.bytes) : null
  if (!found) return null
  const layer = placeLayer(found.file, text, textSha256, makeRuler(text))
  return { head: headOf(found.file), layer, problem: { kind, detail: `${detail} ${salvagedSentence(found)}` } }
}

const nothing: PlacedLayer = {
  annotations: [],
  unplaced: [],
  links: [],
  comments: [],
  verdicts: [],
  status: 'in-progress',
  moved: 0,
  displaced: 0,
  cuesMoved: 0,
  commentsMoved: 0,
  isWhole: true,
}

function undecided(
  contradictions: Recovery['contradictions'],
  ours: JsonObject,
  theirs: JsonObject,
  ruler: Ruler,
): string {
  const shown = showContradictions(contradictions as unknown as Contradiction[], { ours, theirs }, ruler)
  return textOf(shown as unknown as Json)
}

function closed(history: OpenedLayer['history'], problem: Problem | null): OpenedLayer {
  const state = { readOnly: true, due: false, needsBase: true, putAside: false, isAsOnDisk: false }
  const wants = { wantsCopy: false, wantsTexts: [] }
  return { head: null, layer: nothing, problem: noticeOf(problem), history, contradictions: '[]', ...state, ...wants }
}

function historyProblem(damage: 'none' | 'torn' | 'broken'): Problem | null {
  return damage === 'broken' ? new Problem('history-damaged') : null
}

function textProblem(
  { moved, displaced, cuesMoved, isWhole }: PlacedLayer,
  changed: boolean,
  isReadAnew: boolean,
): Problem | null {
  return !changed && moved + displaced + cuesMoved === 0
    ? null
    : new Problem(
        isReadAnew ? 'text-read-anew' : 'text-changed',
        `${moved} carried over, ${displaced} kept aside${isWhole ? '' : ', not all searched for'}.`,
      )
}

function noticeOf(problem: Problem | null): ProblemNotice | null {
  return problem && { kind: problem.kind, detail: problem.detail }
}
