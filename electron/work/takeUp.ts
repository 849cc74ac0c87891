import { createHash } from 'node:crypto'
import type { Span } from '../../shared/annotation/span.ts'
import type { FieldName } from '../../shared/article/metadata.ts'
import type { KeptField, ZoneCorrection } from '../../shared/facts/facts.ts'
import {
  correctionsOf,
  type FactsHead,
  factsHeadOf,
  keptFacts,
  type PresentText,
} from '../../shared/facts/factsFile.ts'
import type { SaidContradiction, ZoneContradiction } from '../../shared/facts/mergeFacts.ts'
import { saidIn } from '../../shared/facts/saidFile.ts'
import { readHistory } from '../../shared/history/history.ts'
import { recover } from '../../shared/history/recover.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { textOf } from '../../shared/json/rest.ts'
import { hasGitMarkers } from '../../shared/merging/gitConflict.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { type LayerSource, type OpenedLayer, openLayer } from '../../shared/sidecar/openLayer.ts'
import { makeRuler } from '../../shared/text/ruler.ts'

/** A history as it was read: its size, how much of it is good, the hash that the next line names, whether it is broken before its end. */
export type FoundHistory = OpenedLayer['history']

/** How a kept file was found, as far as saving it needs to know. */
export interface KeptStart {
  /** Hash of the bytes on disk; null where there is no file. */
  readonly sha256: string | null
  /** The file lacks something that the history has. */
  readonly due: boolean
  /** The history must begin anew with the whole file before the next edit. */
  readonly needsBase: boolean
  /** Hash of the bytes on disk where the history doesn't say for certain that this device put them there. */
  readonly unconfirmed?: string
  /** The file is damaged: its bytes are put aside before it is replaced. */
  readonly putAside: boolean
  readonly history: FoundHistory
  /**
   * Somebody's change that was joined with edits of this device: what they
   * wrote and our edit of it, as JSON texts. Both go into the history first.
   */
  readonly joined?: { readonly theirs: string; readonly edit: string }
}

/** Takes up a layer; runs in the worker, since sidecar and history may be anybody's bytes. */
export function layerTask(source: LayerSource): OpenedLayer {
  return openLayer(source, sha256, () => performance.now())
}

/** What an article's facts are taken up from. */
export interface FactsSource {
  readonly file: { readonly bytes: Uint8Array; readonly sha256: string } | null
  readonly history: Uint8Array | null
  readonly present: PresentText
}

export interface OpenedFacts {
  readonly head: FactsHead | null
  readonly corrections: readonly ZoneCorrection[]
  readonly fields: readonly (readonly [FieldName, KeptField])[]
  /** The encoding that a person chose. */
  readonly encoding: string | null
  /** Corrections that have no block in the text, as the JSON text of an array: digits survive no clone. */
  readonly unplaced: string
  /** What was said here and by somebody else of one block, where the block is still there; ours is kept. */
  readonly contradictions: readonly (Span & Pick<ZoneContradiction, 'quote' | 'ours' | 'theirs'>)[]
  readonly saidContradicted: readonly SaidContradiction[]
  readonly readOnly: boolean
  /** Why they may not be changed, or what else a person should know. */
  readonly problem: ProblemNotice | null
  readonly start: KeptStart
}

/** Takes up an article's facts; runs in the worker. Facts that can't be read leave the reader's zones, for reading only. */
export function factsTask({ file, history, present }: FactsSource): OpenedFacts {
  const past = readHistory(history ?? new Uint8Array(), sha256)
  const size = history?.byteLength ?? 0
  const end = { size, goodBytes: past.goodBytes, last: past.last, broken: past.damage === 'broken' }
  const start = { sha256: file?.sha256 ?? null, due: false, needsBase: true, putAside: false, history: end }
  const damaged = end.broken ? ({ kind: 'history-damaged', detail: '' } as const) : null
  const none = {
    head: null,
    corrections: [],
    fields: [],
    encoding: null,
    contradictions: [],
    saidContradicted: [],
    unplaced: '[]',
    readOnly: false,
    problem: damaged,
    start,
  }
  // A history would rebuild the file from one of the two versions, and nobody asked for that.
  if (file && hasGitMarkers(file.bytes))
    return { ...none, readOnly: true, problem: { kind: 'facts-git-conflict', detail: '' } }
  try {
    const recovered = recover(file, past, keptFacts)
    const { file: found, due, needsBase, unconfirmed, putAside, problem, readOnly, isUnfit, joined } = recovered
    const history = isUnfit ? { ...end, broken: true } : end
    const unfit = isUnfit ? ({ kind: 'history-damaged', detail: '' } as const) : damaged
    if (!found) return { ...none, problem: unfit, start: { ...start, history } }
    const isRebuilt = problem?.kind === 'sidecar-rebuilt'
    const notice = problem && { kind: isRebuilt ? ('facts-rebuilt' as const) : problem.kind, detail: problem.detail }
    const both = joined && { joined: { theirs: textOf(joined.theirs), edit: textOf(joined.edit) } }
    const begun = { ...start, due, needsBase: needsBase || history.broken, putAside, history, ...both }
    const ledger = unconfirmed === undefined ? begun : { ...begun, unconfirmed }
    const ruler = makeRuler(present.text)
    const { corrections, unplaced } = correctionsOf(found, present, ruler)
    const contradicted = (recovered.contradictions ?? []) as unknown as (ZoneContradiction | SaidContradiction)[]
    const { fields, encoding } = saidIn(found)
    return {
      head: factsHeadOf(found),
      corrections,
      fields: [...fields],
      encoding,
      unplaced: textOf(unplaced),
      saidContradicted: contradicted.flatMap(one => ('name' in one ? [withoutRest(one)] : [])),
      contradictions: contradicted.flatMap(one => {
        if ('name' in one) return []
        const zones = [{ ...one, zone: one.ours ?? one.theirs! }]
        const [block] = correctionsOf({ ...found, zones } as unknown as JsonObject, present, ruler).corrections
        const { quote, ours, theirs } = one
        return block ? [{ start: block.start, end: block.end, quote, ours, theirs }] : []
      }),
      readOnly,
      problem: notice ?? damaged,
      start: ledger,
    }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return { ...none, readOnly: true, problem: { kind: problem.kind, detail: problem.detail } }
  }
}

/** The encoding that a person chose for an article, as its facts and this device's history of them say; null where nobody did, or they can't be read. Runs in the worker, before the article is read. */
export function chosenTask({ file, history }: Omit<FactsSource, 'present'>): string | null {
  return factsTask({ file, history, present: { text: '', textSha256: '', blocks: [] } }).encoding
}

/** A file may say more of a field than is known. */
function withoutRest(one: SaidContradiction): SaidContradiction {
  if (one.name === 'encoding') return one
  const [ours, theirs] = [one.ours, one.theirs].map(said => said && { value: said.value, by: said.by })
  return { name: one.name, ours: ours ?? null, theirs: theirs ?? null }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
