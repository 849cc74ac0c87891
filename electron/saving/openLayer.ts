import { type Anchor, type Annotation, extent } from '../../shared/annotation/annotation.ts'
import { spanOf } from '../../shared/annotation/comment.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { leftBy } from '../../shared/annotation/footprint.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import { lostCueIn } from '../../shared/annotation/lostCue.ts'
import type { Block } from '../../shared/article/article.ts'
import type { LayerHead } from '../../shared/contract/contract.ts'
import { versionEdit } from '../../shared/history/versions.ts'
import { ANNOTATIONS_A_PIECE } from '../../shared/limits.ts'
import type { ReviewedThings } from '../../shared/placing/review.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { editToFile } from '../../shared/sidecar/fileEdit.ts'
import type { Annotator, CodebookMark, Head } from '../../shared/sidecar/head.ts'
import type { OpenedLayer } from '../../shared/sidecar/openLayer.ts'
import { type ArticleOnDisk, sidecarInParts, writeAhead } from '../../shared/sidecar/writeSidecar.ts'
import type { Ruler } from '../../shared/text/ruler.ts'
import type { LayerCounts } from '../work/layerCounts.ts'
import type { KeptStart } from '../work/takeUp.ts'
import { inSlices } from './inSlices.ts'
import type { Holder } from './layersInUse.ts'
import { Ledger, type LedgerPlace } from './ledger.ts'
import type { Stamp } from './stamp.ts'

/** What an open layer is made from. `article` gives the article as it stands now, its corrected blocks included. */
export interface OpenLayerParts {
  readonly opened: OpenedLayer
  readonly sha256: string | null
  /** Tells the sidecar as it was read; null where nothing does. */
  readonly stamp: Stamp | null
  readonly article: () => ArticleOnDisk
  readonly ruler: Ruler
  /** Whose layer it is; a layer that they made elsewhere keeps its key. */
  readonly annotator: Annotator
  /** The codebook that holds now: what is recorded is marked with it. */
  readonly codebook: () => CodebookMark
  readonly place: Omit<LedgerPlace, 'render'>
}

/** When a layer begins to be written ahead, and how many annotations are at a time: about a millisecond. */
const AHEAD_AFTER_MS = 300
const AHEAD_AT_ONCE = 100

/** A person's own layer of an open article, as the desktop holds it: changed by edits, kept by a ledger. */
export class OpenLayer {
  readonly layer: Layer
  readonly ledger: Ledger
  readonly #parts: OpenLayerParts
  readonly #pieces: readonly (readonly Annotation[])[]
  #head: Head
  /** Ids of what was edited since the layer was opened, with the revision that did it last. */
  readonly #touched = new Map<string, number>()
  #seenBlocks: readonly Block[] = []
  #seenBoilerplate: readonly Block[] = []
  #readOnly: boolean
  #problem: ProblemNotice | null
  #holder: Holder | null = null
  #ahead: NodeJS.Timeout | null

  constructor(parts: OpenLayerParts) {
    const { opened, place, annotator, codebook } = parts
    const at = place.now().toISOString()
    this.#parts = parts
    this.layer = new Layer(opened.layer)
    this.#pieces = inPieces([...this.layer.inOrder()])
    this.#readOnly = opened.readOnly
    this.#problem = opened.problem
    this.#head = opened.head
      ? {
          ...opened.head,
          annotator: { ...opened.head.annotator, ...annotator, ...keyOf(opened.head.annotator) },
          codebook: { ...opened.head.codebook, ...codebook() },
        }
      : {
          revision: 0,
          created: at,
          modified: at,
          annotator,
          codebook: codebook(),
          zoneRests: new Map(),
        }
    const stamp = opened.isAsOnDisk ? parts.stamp : null
    this.ledger = new Ledger({ ...place, render: () => this.#render() }, ledgerStart(opened, parts.sha256), stamp)
    this.#ahead = setTimeout(() => this.#writeAhead(), AHEAD_AFTER_MS).unref()
  }

  /** Saves what is due and lets go. Rejects, and stays open, while there are edits that are not on disk. */
  async close(): Promise<void> {
    this.#stopAhead()
    await this.ledger.close()
  }

  /** Lets go and loses what is not on disk. */
  async abandon(): Promise<void> {
    this.#stopAhead()
    await this.ledger.abandon()
  }

  /** Shows the layer for reading only, and why; `holder` is who has it. */
  holdForReading(problem: Problem, holder: Holder | null = null): void {
    this.#readOnly = true
    this.#problem = { kind: problem.kind, detail: problem.detail }
    this.#holder = holder
  }

  /** Whether nothing waits for a person's decision between two versions of it. */
  get isDecided(): boolean {
    const { contradictions, problem } = this.#parts.opened
    return contradictions === '[]' && problem?.kind !== 'sidecar-git-conflict'
  }

  get readOnly(): boolean {
    return this.#readOnly
  }

  /** What tells it from a layer of another person of the same id; undefined where it says nothing. */
  get key(): string | undefined {
    return this.#parts.opened.head?.annotator.key
  }

  /** Whether it is the person's own, and not somebody else's of the same id. */
  get isOwn(): boolean {
    return this.#problem?.kind !== 'annotator-taken'
  }

  /** What the window is told first; annotations follow in pieces. */
  head(): LayerHead {
    const { opened } = this.#parts
    return {
      access: this.#readOnly ? 'read' : 'write',
      problem: this.#problem,
      holder: this.#holder,
      revision: this.#head.revision,
      status: this.layer.status,
      moved: opened.layer.moved,
      isPlacedWhole: opened.layer.isWhole,
      annotations: this.layer.annotations.size,
      pieces: this.#pieces.map(piece => extent(piece[0]!).start),
      links: JSON.stringify([...this.layer.links.values()]),
      unplaced: JSON.stringify([...this.layer.unplaced.values()]),
      comments: JSON.stringify(this.layer.remarks.comments.all()),
      verdicts: JSON.stringify(this.layer.remarks.verdicts.all()),
      contradictions: opened.contradictions,
    }
  }

  /** One piece of the annotations as they stood when the layer was opened, as the JSON text of an array. */
  piece(index: number): string {
    const piece = this.#pieces[index]
    if (!piece) throw new RangeError(`No piece ${index} of ${this.#pieces.length}`)
    return JSON.stringify(piece)
  }

  /** What a person has yet to see or to decide: what was carried to another place, and what has none, cues of links too. */
  toReview(): ReviewedThings {
    const carried = [...this.layer.annotations.values()].flatMap(({ id, spans, carriedFrom }) =>
      carriedFrom ? [{ id, spans, carriedFrom }] : [],
    )
    const cues = [...this.layer.links.values()].flatMap(link => {
      const lost = lostCueIn(link)
      return lost ? [{ link: link.id, ...lost }] : []
    })
    return { carried, unplaced: [...this.layer.unplaced.values()], cues }
  }

  /** How many edits the layer has seen, counted from where its file began. */
  get revision(): number {
    return this.#head.revision
  }

  /** What was touched by edits since a revision that this object has seen: ids of annotations, unplaced ones and links. */
  touchedSince(revision: number): string[] {
    const touched: string[] = []
    for (const [id, last] of this.#touched) if (last > revision) touched.push(id)
    return touched
  }

  /** Resolves with the new revision once the edit is on disk. Throws a Problem where the layer may not be changed. */
  async record(edit: Edit): Promise<number> {
    return this.recordUndoably(edit).durable
  }

  /** As `record`; also gives, at once, the edit that undoes it. */
  recordUndoably(edit: Edit): { readonly undo: Edit; readonly durable: Promise<number> } {
    this.#refuseReader()
    const text = this.#parts.article().text
    refuseStrayQuotes(edit, text)
    const recorded = editToFile(edit, this.#parts.ruler)
    const before = this.ledger.needsBase ? this.#render() : null
    const undo = this.layer.apply(edit)
    const revision = this.#head.revision + 1
    const codebook = { ...this.#head.codebook, ...this.#parts.codebook() }
    this.#head = { ...this.#head, codebook, revision, modified: this.#parts.place.now().toISOString() }
    for (const { id } of leftBy(edit)) this.#touched.set(id, revision)
    return { undo, durable: this.ledger.record(recorded, revision, before).then(() => revision) }
  }

  /** Names the layer as it stood after a line of the history, or after the last for ''. Resolves once that is on disk. Throws a Problem where the layer may not be changed. */
  async name(name: string, of: string): Promise<void> {
    this.#refuseReader()
    const before = this.ledger.needsBase ? this.#render() : null
    const revision = this.#head.revision + 1
    this.#head = { ...this.#head, revision }
    await this.ledger.record(versionEdit({ name, of }), revision, before)
  }

  #refuseReader(): void {
    if (this.#readOnly) throw new Problem(this.#problem?.kind ?? 'cannot-save', this.#problem?.detail)
  }

  /** The bytes that the layer's file would have now. Nobody waits while they are made. */
  async asFile(): Promise<Uint8Array> {
    const slices: Buffer[] = []
    for await (const slice of inSlices(this.#render())) slices.push(slice)
    return Buffer.concat(slices)
  }

  /** What the list of articles shows; null for a layer that doesn't exist yet. */
  counts(): LayerCounts | null {
    if (this.#head.revision === 0) return null
    const counts = new Map(this.layer.counts)
    const inBoilerplate = beginningIn(this.#boilerplate(), this.layer)
    for (const { tag } of inBoilerplate) counts.set(tag, counts.get(tag)! - 1)
    return {
      status: this.layer.status,
      counts: Object.fromEntries([...counts].filter(([, count]) => count > 0)),
      inBoilerplate: inBoilerplate.length,
      unplaced: this.layer.unplaced.size,
    }
  }

  /** The blocks of boilerplate, found anew only when the blocks have changed: this is asked after every edit. */
  #boilerplate(): readonly Block[] {
    const { blocks } = this.#parts.article()
    if (blocks !== this.#seenBlocks) {
      this.#seenBlocks = blocks
      this.#seenBoilerplate = blocks.filter(({ zone }) => zone === 'boilerplate')
    }
    return this.#seenBoilerplate
  }

  /**
   * Every checkpoint needs the whole layer written. What takes longest of it is
   * done before, in small parts while nobody waits.
   */
  #writeAhead(from = 0): void {
    const all = this.#pieces[Math.floor(from / ANNOTATIONS_A_PIECE)]
    if (!all || this.#readOnly) return
    const at = from % ANNOTATIONS_A_PIECE
    writeAhead(all.slice(at, at + AHEAD_AT_ONCE), this.#parts.ruler)
    this.#ahead = setTimeout(() => this.#writeAhead(from + AHEAD_AT_ONCE), 0).unref()
  }

  #stopAhead(): void {
    if (this.#ahead) clearTimeout(this.#ahead)
    this.#ahead = null
  }

  #render(): Iterable<string> {
    return sidecarInParts(this.#head, this.layer, this.#parts.article(), this.#parts.ruler)
  }
}

function ledgerStart(opened: OpenedLayer, sha256: string | null): KeptStart {
  const { due, needsBase, unconfirmed, putAside, history, joined } = opened
  const seldom = { ...(joined ? { joined } : {}), ...(unconfirmed === undefined ? {} : { unconfirmed }) }
  return { sha256, due, needsBase, putAside, history, ...seldom }
}

/** A layer keeps the key that it has. */
function keyOf({ key }: Annotator): Pick<Annotator, 'key'> {
  return key === undefined ? {} : { key }
}

function inPieces(annotations: readonly Annotation[]): Annotation[][] {
  const pieces: Annotation[][] = []
  for (let at = 0; at < annotations.length; at += ANNOTATIONS_A_PIECE)
    pieces.push(annotations.slice(at, at + ANNOTATIONS_A_PIECE))
  return pieces
}

function beginningIn(blocks: readonly Block[], layer: Layer): Annotation[] {
  return blocks.flatMap(block => layer.touching(block).filter(annotation => extent(annotation).start >= block.start))
}

/** A window that says other words than the article's is wrong about its offsets; nothing of it may reach the file. */
function refuseStrayQuotes(edit: Edit, text: string): void {
  if (edit.kind === 'all') for (const part of edit.edits) refuseStrayQuotes(part, text)
  if (edit.kind === 'put') refuseStray(`Annotation ${edit.annotation.id}`, edit.annotation.spans, text)
  const words = edit.kind === 'putComment' ? spanOf(edit.comment) : undefined
  if (words) refuseStray('The words of a comment', [words], text)
  if (edit.kind === 'putLink' && edit.link.cue) refuseStray(`The cue of link ${edit.link.id}`, [edit.link.cue], text)
}

function refuseStray(name: string, anchors: readonly Anchor[], text: string): void {
  let reached = 0
  for (const { start, end, quote } of anchors) {
    if (start < reached || end <= start || text.slice(start, end) !== quote) {
      throw new RangeError(`${name} does not stand at ${start} to ${end}`)
    }
    reached = end
  }
}
