import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Edit } from '../../shared/annotation/edit.ts'
import type { Span } from '../../shared/annotation/span.ts'
import type { Block } from '../../shared/article/article.ts'
import { fieldsFound } from '../../shared/article/fieldsFound.ts'
import type { Metadata } from '../../shared/article/metadata.ts'
import type { LayerHead, Opened, PastHead, Saving, ShorterHistory } from '../../shared/contract/contract.ts'
import * as shape from '../../shared/contract/shapes.ts'
import type { FactsEdit } from '../../shared/facts/facts.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { MAX_ARTICLE_BYTES, MAX_OLD_TEXTS } from '../../shared/limits.ts'
import type { Decision } from '../../shared/merging/contradiction.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { editFromFile, editToFile } from '../../shared/sidecar/fileEdit.ts'
import type { Annotator, CodebookMark, Keyed } from '../../shared/sidecar/head.ts'
import { factsName, sidecarName } from '../../shared/sidecar/names.ts'
import type { LayerSource, OpenedLayer } from '../../shared/sidecar/openLayer.ts'
import type { ArticleOnDisk } from '../../shared/sidecar/writeSidecar.ts'
import { makeRuler, type Ruler } from '../../shared/text/ruler.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import { asChosen } from '../work/asChosen.ts'
import type { EncodingSample } from '../work/encodingSamples.ts'
import type { LayerCounts } from '../work/layerCounts.ts'
import { noFacts } from '../work/noFacts.ts'
import type { ReadArticle } from '../work/readArticle.ts'
import type { Workbench } from '../work/workbench.ts'
import { glimpse } from './glimpse.ts'
import { keepText, keepToThisDevice } from './keepText.ts'
import type { Claimant, LayersInUse } from './layersInUse.ts'
import type { LedgerPlace } from './ledger.ts'
import { type LookedAtCopy, lookAtCopy } from './lookAtCopy.ts'
import { readOldTexts } from './oldTexts.ts'
import { OpenFacts } from './openFacts.ts'
import { OpenLayer } from './openLayer.ts'
import { articlePlace, historyPlace, ownerPlace } from './places.ts'
import { type OnDisk, readCopy, readKept, readStamped } from './readKept.ts'
import { readCopies, readPast } from './readPast.ts'

/** Who opens an article, and with what. */
export interface Opener {
  readonly disk: Disk
  readonly fence: Fence
  readonly workbench: Pick<Workbench, 'run'>
  /** The person with the device's key for their id. */
  readonly annotator: Annotator & Keyed
  /** Names this device in histories: `[a-z0-9]+`. */
  readonly device: string
  /** The codebook that holds now. */
  readonly codebook: () => CodebookMark
  readonly inUse: LayersInUse
  readonly now: () => Date
  readonly told: (saving: Omit<Saving, 'article'>) => void
  /** Told where the layer is read only because somebody else has it, and can be had now; or was had, and somebody else has taken it. */
  readonly passed?: ((now: 'free' | 'taken') => void) | undefined
  /** Ends the reading of the article while it goes on; opening fails with the signal's reason. */
  readonly stop?: AbortSignal | undefined
}

/** What stands on the desk at this moment, edits that have no file yet included. */
export interface LiveArticle {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly layer: OpenLayer | null
  /** Whose layer it is. */
  readonly annotator: string
}

/** An article on the desk: its text, its facts, and the person's own layer once that is asked for. */
export class OpenArticle {
  readonly path: string
  readonly #opener: Opener
  readonly #read: ReadArticle
  readonly #ruler: Ruler
  readonly #facts: OpenFacts
  #article: ArticleOnDisk
  #layer: OpenLayer | null = null
  readonly #claimant: Claimant = {
    free: () => this.#opener.passed?.('free'),
    lost: () => this.#opener.passed?.('taken'),
  }
  #opening: Promise<OpenLayer> | null = null

  private constructor(
    path: string,
    opener: Opener,
    read: ReadArticle,
    article: ArticleOnDisk,
    ruler: Ruler,
    facts: OpenFacts,
  ) {
    this.path = path
    this.#opener = opener
    this.#read = read
    this.#article = article
    this.#ruler = ruler
    this.#facts = facts
  }

  /** Reads an article by its path inside the workspace. Throws the Problem that a person should read. */
  static async open(path: string, opener: Opener): Promise<OpenArticle> {
    const { disk, fence, workbench } = opener
    const file = articlePlace(fence.root, path)
    const [factsPath, factsHistoryPath] = placesOf(path, opener, 'article')
    const [bytes, kept] = await Promise.all([
      readBounded(disk, file, MAX_ARTICLE_BYTES, fence),
      readKept(disk, fence, factsPath, factsHistoryPath),
    ])
    const hasFacts = kept.file !== null || kept.history !== null
    const chosen = hasFacts ? await workbench.run('chosenEncoding', copyOf(kept)) : null
    const read = await workbench.run(
      'article',
      { name: basename(path), bytes, ...asChosen(chosen) },
      { signal: opener.stop },
    )
    const article = { ...read.article, file: basename(path), sha256: read.sha256, textSha256: read.textSha256 }
    const ruler = makeRuler(article.text)
    const place = placeOf(path, opener, 'article', () => self.#tell(), article)
    const { text, textSha256, blocks } = article
    const opened = hasFacts ? await workbench.run('facts', { ...kept, present: { text, textSha256, blocks } }) : noFacts
    const tooLong = { readOnly: true, problem: { kind: 'name-too-long', detail: '' } } as const
    const facts = new OpenFacts(fits(place) ? opened : { ...opened, ...tooLong }, article, ruler, place)
    const self: OpenArticle = new OpenArticle(path, opener, read, article, ruler, facts)
    self.#article = { ...article, blocks: facts.blocks() }
    return self
  }

  /** Everything the window shows of the article itself. */
  opened(): Omit<Opened, 'ticket' | 'offset' | 'glimpse'> {
    const { text, blocks, title, encoding, encodingBy, invalidBytes, pagesWithoutText, unseen } = this.#article
    const listed = JSON.stringify(
      blocks.map(({ end, zone, by, form }, i) => {
        const read = by === 'person' ? this.#facts.readZone(i) : null
        return form ? [end, zone, by, read, form] : [end, zone, by, ...(read ? [read] : [])]
      }),
    )
    const factsProblem = this.#facts.refusal()
    const { lineEnds, hasEncoding, holdsMany } = this.#read
    const encodingChosen = this.#facts.said.encoding
    const zonesContradicted = [...this.#facts.contradictions]
    const read = {
      text,
      blocks: listed,
      title,
      encoding,
      encodingBy,
      invalidBytes,
      pagesWithoutText: [...(pagesWithoutText ?? [])],
      unseen,
      lineEnds,
      ...(holdsMany === undefined ? {} : { holdsMany }),
      hasEncoding,
      encodingChosen,
    }
    const { found, fields } = this.fields()
    const saidContradicted = [...this.#facts.saidContradicted]
    return { ...read, found, fields, factsProblem, zonesContradicted, saidContradicted }
  }

  /** What the file and its name say of the article beside its text, and what was said of it besides. */
  fields(): { readonly found: Metadata; readonly fields: Metadata } {
    return { found: fieldsFound(basename(this.path), this.#article), fields: this.#facts.metadata }
  }

  /** What a person should know of how its facts were found, though they may be changed; told once. */
  takeTrouble(): ProblemNotice | null {
    return this.#facts.takeTrouble()
  }

  /** The article as it is being worked on; the layer is null until it is open, and where it is somebody else's. */
  live(): LiveArticle {
    const { text, blocks } = this.#article
    const layer = this.#layer?.isOwn ? this.#layer : null
    return { text, blocks, layer, annotator: this.#opener.annotator.id }
  }

  /** The person's annotations around an offset, for the eye alone, as the JSON text of an array: the layer itself comes later. */
  async glimpse(offset: number): Promise<string> {
    const { disk, fence, workbench, annotator } = this.#opener
    const path = articlePlace(fence.root, sidecarName(this.path, annotator.id))
    const { text } = this.#article
    return JSON.stringify(await glimpse({ disk, fence, workbench, path, text, ruler: this.#ruler, offset }))
  }

  /** Hash of the article's bytes when it was opened. */
  get sha256(): string {
    return this.#read.sha256
  }

  /** How the file begins to read in each encoding. Throws what reading it throws. */
  async encodingSamples(): Promise<EncodingSample[]> {
    const { disk, fence, workbench } = this.#opener
    const bytes = await readBounded(disk, articlePlace(fence.root, this.path), MAX_ARTICLE_BYTES, fence)
    return workbench.run('encodingSamples', { bytes })
  }

  /** Opens the person's own layer, once. */
  async openLayer(): Promise<LayerHead> {
    this.#opening ??= this.#takeUpLayer()
    return (await this.#opening).head()
  }

  piece(index: number): string {
    return this.#mustLayer().piece(index)
  }

  /**
   * Merges what was changed on both sides as a person decided, once and for
   * all: resolves when it stands in the file. What is undecided still, or was
   * changed outside meanwhile, leaves the layer as it was. Throws the Problem
   * that keeps it from being written.
   */
  async decide(decisions: readonly Decision[]): Promise<LayerHead> {
    const before = this.#mustLayer()
    if (before.isDecided) return before.head()
    await before.abandon() // it may not be changed: there is nothing to lose
    this.#opening = this.#takeUpLayer(decisions)
    const layer = await this.#opening
    if (!layer.readOnly) await layer.ledger.flush()
    return layer.head()
  }

  /** Resolves with the new revision once the edit is on disk. */
  async record(edit: Edit): Promise<number> {
    return this.#mustLayer().record(edit)
  }

  /**
   * The whole text with other words at a span, and whose layer goes with it,
   * once that and the text that it was made on are on disk. Throws Problem
   * `not-plain-text` for a text that isn't all there is to its file, and a
   * RangeError where other words stand there.
   */
  async corrected({ span, quote, words }: { span: Span; quote: string; words: string }) {
    const { text, reader } = this.#article
    if (!reader.startsWith('plain-text/')) throw new Problem('not-plain-text')
    if (text.slice(span.start, span.end) !== quote) throw new RangeError('Other words stand there')
    const { disk, fence } = this.#opener
    await keepText(disk, fence, this.#article)
    await this.flush()
    return {
      text: text.slice(0, span.start) + words + text.slice(span.end),
      annotator: this.#opener.annotator.id,
    }
  }

  /** What a person has yet to see or to decide in the layer, as the JSON text of a `Review`. */
  async review(): Promise<string> {
    const { disk, fence, workbench } = this.#opener
    const things = this.#mustLayer().toReview()
    const madeOn = [...things.unplaced, ...things.carried.map(({ carriedFrom }) => carriedFrom), ...things.cues]
    const hashes = madeOn.flatMap(({ textSha256 }) => textSha256 ?? [])
    const oldTexts = await readOldTexts(disk, fence, [...new Set(hashes)].slice(0, MAX_OLD_TEXTS))
    const { text, textSha256 } = this.#article
    const bytes = hashes.length > 0 ? await this.#bytes() : null
    return workbench.run('review', { things: JSON.stringify(things), text, textSha256, bytes, oldTexts })
  }

  /** The layer that `openLayer` has opened. */
  layerInHand(): OpenLayer {
    return this.#mustLayer()
  }

  /** An edit as files hold it, with the hash of the text that its code points count in. */
  toFile(edit: Edit): { readonly textSha256: string; readonly edit: JsonObject } {
    return { textSha256: this.#article.textSha256, edit: editToFile(edit, this.#ruler) }
  }

  /** An edit out of a file that anybody may have written to; null where it was made on another text than this, or is none. */
  fromFile(textSha256: string, file: JsonObject): Edit | null {
    if (textSha256 !== this.#article.textSha256) return null
    try {
      const edit = editFromFile(file, this.#ruler)
      return shape.Edit.safeParse(edit).success ? edit : null
    } catch (error) {
      if (error instanceof RangeError || error instanceof TypeError) return null
      throw error
    }
  }

  /** Reads what the histories of the layer tell; each piece is handed out once. */
  async openPast(): Promise<PastHead> {
    const { disk, fence, workbench, annotator, device } = this.#opener
    const layer = this.#mustLayer()
    await layer.ledger.settled()
    const { text, textSha256 } = this.#article
    const { path, historyPath } = placeOf(this.path, this.#opener, annotator.id, () => {}, this.#article)
    const { sidecar, unread, ...found } = await readPast(disk, fence, path, historyPath, device)
    const bytes = found.histories.findLast(one => one.isCurrent && one.device === device)?.bytes.byteLength ?? 0
    const { pieces, moments } = await workbench.run('past', { sidecar, ...found, text, textSha256, own: device })
    this.#pastPieces = [...pieces]
    return { pieces: pieces.length, moments, device, bytes, unread }
  }
  #pastPieces: (string | null)[] = []

  /** One piece of what `openPast` has read. Throws a RangeError for one that isn't there, or was handed out. */
  pastPiece(index: number): string {
    const piece = this.#pastPieces[index]
    if (piece === undefined || piece === null) throw new RangeError(`No piece ${index} of the past`)
    this.#pastPieces[index] = null
    return piece
  }

  /**
   * Shortens the history of the layer, as `shorten` says; a trial only says what
   * that would do. Null where nothing can be left out. Throws a Problem where the
   * layer may not be changed.
   */
  async shortenPast(isTrial: boolean): Promise<ShorterHistory | null> {
    const { disk, fence, workbench, annotator } = this.#opener
    const layer = this.#mustLayer()
    if (layer.readOnly) throw new Problem('cannot-save', 'The layer can only be read.')
    const { path, historyPath } = placeOf(this.path, this.#opener, annotator.id, () => {}, this.#article)
    let told: ShorterHistory | null = null
    await layer.ledger.shorten(async history => {
      const before = history.byteLength
      const { file } = await readKept(disk, fence, path, historyPath)
      if (!file) return null
      const copies = await readCopies(disk, fence, historyPath)
      const made = await workbench.run('shorten', { history, sidecar: file, copies })
      if (!made) return null
      const { dropped, versions, kept } = made
      told = { before, after: Buffer.byteLength(made.text), dropped, versions, kept }
      return isTrial ? null : made
    })
    return told
  }

  /** What merging a copy of the layer comes to; see `lookAtCopy`. `copy` is its path inside the workspace. */
  async lookAtCopy(copy: string, decisions: readonly Decision[]): Promise<LookedAtCopy> {
    const { annotator, fence } = this.#opener
    const layer = this.#mustLayer()
    await layer.ledger.settled()
    const { path, historyPath } = placeOf(this.path, this.#opener, annotator.id, () => {}, this.#article)
    const { text, textSha256 } = this.#article
    const { id, key, also = [] } = annotator
    const me = { id, key, also }
    const places = { copyPath: articlePlace(fence.root, copy), path, historyPath }
    const here = () => layer.asFile()
    return lookAtCopy({ ...this.#opener, ...places, here }, { text, textSha256, me, decisions })
  }

  async recordFacts(edit: FactsEdit): Promise<void> {
    const recorded = this.#facts.record(edit)
    this.#article = { ...this.#article, blocks: this.#facts.blocks() }
    // The sidecar says what each block is: without this it would say so wrongly until its next edit.
    if (this.#layer && !this.#layer.readOnly) this.#layer.ledger.renew()
    await recorded
  }

  /** What the list of articles shows; null while the layer isn't open or can't be. */
  counts(): LayerCounts | null {
    return this.#layer?.counts() ?? null
  }

  /** Whether the facts, and the person's own sidecar, are as this program left them; a sidecar also where there is none, or it isn't open. */
  async isOurs(): Promise<boolean> {
    const layer = await this.#opening?.catch(() => null)
    return ((await layer?.ledger.isOurs()) ?? true) && this.#facts.ledger.isOurs()
  }

  /** How many edits are not on disk. */
  get unsaved(): number {
    return this.#facts.ledger.unsaved + (this.#layer?.ledger.unsaved ?? 0)
  }

  saving(): Omit<Saving, 'article'> {
    const ledgers = [this.#facts.ledger, ...(this.#layer ? [this.#layer.ledger] : [])]
    const problem = ledgers.find(ledger => ledger.problem)?.problem ?? null
    return {
      durable: ledgers.reduce((sum, { durable }) => sum + durable, 0),
      checkpointed: ledgers.every(({ checkpointed }) => checkpointed),
      problem: problem && { kind: problem.kind, detail: problem.detail },
    }
  }

  /** Writes the files that lack something. Rejects with the Problem that prevents it. */
  async flush(): Promise<void> {
    await this.#facts.ledger.flush()
    await this.#layer?.ledger.flush()
  }

  /** Writes what is due and lets go. Rejects, and stays open, while there are edits that are not on disk. */
  async close(): Promise<void> {
    await this.#opening?.catch(() => {})
    await this.#layer?.close()
    await this.#facts.ledger.close()
    await this.#opener.inUse.leave(this.#claimant)
  }

  /** Lets go and loses what is not on disk: only for a person who said so. */
  async abandon(): Promise<void> {
    await this.#layer?.abandon()
    await this.#facts.ledger.abandon()
    await this.#opener.inUse.leave(this.#claimant)
  }

  /** A person says that whoever has the layer isn't at work any more: opened again, it can be had. */
  takeOver(): void {
    this.#opener.inUse.overrule(this.#claimant)
  }

  async #takeUpLayer(decisions: readonly Decision[] | null = null): Promise<OpenLayer> {
    const { disk, fence, annotator, device, inUse, now } = this.#opener
    const place = placeOf(this.path, this.#opener, annotator.id, () => this.#tell(), this.#article)
    // Before it is read: what another writes meanwhile would be missing here.
    const wanted = { disk, fence, path: ownerPlace(fence.root, place.path), file: place.path, device, now }
    const { holder, endedIn } = await inUse.take(wanted, this.#claimant)
    for (const ended of endedIn) await this.#finishFor(ended)
    await inUse.finished(this.#claimant)
    const layer = await this.#openAt(place, decisions, holder === null)
    if (!layer.readOnly && !fits(place)) layer.holdForReading(new Problem('name-too-long'))
    if (!layer.readOnly && holder) layer.holdForReading(new Problem('layer-in-use'), holder)
    // Whoever only reads keeps nobody from it; who has to decide will write.
    if (holder === null && layer.readOnly && layer.isDecided) await inUse.leave(this.#claimant)
    this.#layer = layer
    this.#tell()
    return layer
  }

  /**
   * A program of this computer ended while it had the layer: what stands in its history, and not in the file yet, is
   * brought there, as it would do itself when it is started again. What it can't be brought to stays in its history.
   */
  async #finishFor(device: string): Promise<void> {
    const place = placeOf(this.path, { ...this.#opener, device }, this.#opener.annotator.id, () => {}, this.#article)
    try {
      const layer = await this.#openAt(place, null, true)
      if (layer.readOnly) return await layer.abandon()
      await layer.ledger.flush().finally(() => layer.close())
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }

  /** What file and history say; `isMine` says whether the file may be written. */
  async #openAt(
    place: Omit<LedgerPlace, 'render'>,
    decisions: readonly Decision[] | null,
    isMine: boolean,
  ): Promise<OpenLayer> {
    const { disk, fence, workbench, annotator, codebook } = this.#opener
    const { text, textSha256, sha256: bytesSha256 } = this.#article
    const { also = [], ...known } = annotator
    const me = { id: known.id, key: known.key, also }
    const takeUp = async (
      copy: LayerSource['copy'],
      oldTexts: LayerSource['oldTexts'],
      bytes: LayerSource['bytes'] | null = null,
    ) => {
      const { file, history, stamp } = await readStamped(disk, fence, place.path, place.historyPath)
      const kept = { sidecar: file, history, copy, oldTexts, ...(bytes ? { bytes } : {}) }
      const found = await workbench.run('layer', { ...kept, bytesSha256, text, textSha256, me, decisions })
      return { found, sha256: file?.sha256 ?? null, stamp }
    }
    let copy: LayerSource['copy'] = 'unread'
    let taken = await takeUp(copy, 'unread')
    // Large, and seldom needed: the sidecar is gone, damaged, or changed by somebody, soon after the history began.
    if (taken.found.wantsCopy) {
      copy = await readCopy(disk, fence, place.historyPath)
      taken = await takeUp(copy, 'unread')
    }
    const { wantsTexts } = taken.found
    if (wantsTexts.length > 0)
      taken = await takeUp(copy, await readOldTexts(disk, fence, wantsTexts), await this.#bytes())
    const { found, sha256, stamp } = taken
    const opened = isMine ? found : { ...withoutUnconfirmed(found), due: false }
    const article = () => this.#article
    return new OpenLayer({ opened, sha256, stamp, article, ruler: this.#ruler, annotator: known, codebook, place })
  }

  /** The bytes of a plain text with their encoding, where they are those that it was read from; null where they can't be had, or hold more than the text. */
  async #bytes(): Promise<NonNullable<LayerSource['bytes']> | null> {
    const { disk, fence } = this.#opener
    const { reader, encoding } = this.#article
    if (!reader.startsWith('plain-text/')) return null
    try {
      const bytes = await readBounded(disk, articlePlace(fence.root, this.path), MAX_ARTICLE_BYTES, fence)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return sha256 === this.sha256 ? { bytes, encoding } : null
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return null
    }
  }

  #mustLayer(): OpenLayer {
    if (!this.#layer) throw new Problem('unknown-ticket', 'Its annotations are not open.')
    return this.#layer
  }

  #tell(): void {
    this.#opener.told(this.saving())
  }
}

/** A history that another program may write to isn't touched. */
function withoutUnconfirmed({ unconfirmed: _, ...found }: OpenedLayer): OpenedLayer {
  return found
}

/** Bytes change hands on their way to the worker; these are needed twice. */
function copyOf({ file, history }: OnDisk): OnDisk {
  return { file: file && { ...file, bytes: file.bytes.slice() }, history: history ? history.slice() : null }
}

function placeOf(
  path: string,
  opener: Opener,
  who: string,
  told: () => void,
  article: ArticleOnDisk,
): Omit<LedgerPlace, 'render'> {
  const { disk, fence, now } = opener
  const [file, historyPath] = placesOf(path, opener, who)
  return {
    disk,
    fence,
    path: file,
    historyPath,
    now,
    told,
    prepare: () => keepToThisDevice(disk, fence),
    keep: () => keepText(disk, fence, article),
  }
}

/** Where a layer, or the facts of an `article`, stand, and this device's history of them. */
function placesOf(path: string, { fence, device }: Opener, who: string): [file: string, history: string] {
  const name = who === 'article' ? factsName(path) : sidecarName(path, who)
  return [articlePlace(fence.root, name), historyPlace(fence.root, path, who, device)]
}

/** Bytes: the longest name of a file on the disks that people have. */
const LONGEST_NAME = 255

/** Whether sidecar and history can have their names. */
function fits({ path, historyPath }: Pick<LedgerPlace, 'path' | 'historyPath'>): boolean {
  return [path, historyPath].every(one => Buffer.byteLength(basename(one)) <= LONGEST_NAME)
}
