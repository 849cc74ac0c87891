import { basename, dirname } from 'node:path'
import type { ToldCases } from '../../shared/agreement/agreementCases.ts'
import { withMerged } from '../../shared/agreement/compareLayers.ts'
import { offeredBy } from '../../shared/agreement/figures/offered.ts'
import { defaultStatement } from '../../shared/agreement/statement.ts'
import { type LeftOut, nothingLeftOut } from '../../shared/agreement/written/figuresAbout.ts'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import type { Input, Output } from '../../shared/contract/contract.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import { layersIn, withoutSealed } from '../../shared/organise/sealed.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { type Merged, mergedIn, noneMerged } from '../../shared/project/merged.ts'
import { isGold } from '../../shared/sidecar/names.ts'
import { spoken, words } from '../../shared/words/words.ts'
import { sourcesOf } from '../dataset/articleSource.ts'
import type { DatasetBench } from '../dataset/exportDataset.ts'
import { namesOfLayers } from '../dataset/namesOfLayers.ts'
import { openWorkspace } from '../dataset/openWorkspace.ts'
import type { Disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import { labelsIn, type WrittenAsked } from '../work/agreementWritten.ts'
import type { NotTaken } from '../work/datasetArticle.ts'
import type { Workbench } from '../work/workbench.ts'
import type { FoundArticle } from '../workspace/listing.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import { GammaOnDesk } from './gammaOnDesk.ts'
import { seldom } from './seldom.ts'
import type { Tell } from './tell.ts'

interface Parts {
  readonly workspace: Pick<OpenWorkspace, 'fence' | 'name'>
  /** The workspace's ticket. */
  readonly ticket: string
  readonly disk: Disk
  readonly workbench: Pick<Workbench, 'run'>
  readonly startBench: () => DatasetBench
  readonly tell: Tell
  /** Puts all that was done here into its files, where it is compared. Throws what prevents it. */
  readonly flush: () => Promise<void>
  /** Who annotates here; null where nobody said. */
  person(): string | null
  ticketOf(path: string): string
}

type Asked<N extends 'rows' | 'look' | 'figures' | 'explain' | 'cases' | 'save'> = Omit<
  Input<`agreement.${N}`>,
  'workspace'
>

/** What was compared: its number, whose layers and which tags, and what isn't in it. */
interface Compared {
  readonly id: number
  readonly of: string
  readonly leftOut: LeftOut
}

/** What is told between two sights of it, in milliseconds: more often nobody could read it. */
const TOLD_EVERY_MS = 100

/**
 * How far the annotators of a window's workspace agree, in a worker that is there as long as somebody looks at it and
 * keeps what it has read: what is compared otherwise isn't read again.
 */
export class AgreeOnDesk {
  readonly #parts: Parts
  readonly #gamma: GammaOnDesk
  #bench: DatasetBench | null = null
  /** The articles that two or more annotated; null before anybody looked. */
  #articles: readonly FoundArticle[] | null = null
  /** What its codebook offers, as it was when somebody began to look. */
  #codebook: Codebook = defaultCodebook
  #merged: Merged = noneMerged
  #sealed: LeftOut['sealed'] = nothingLeftOut.sealed
  /** What of them couldn't be taken; null until they were read. */
  #notTaken: NotTaken[] | null = null
  /** What is under way; the next waits for it. */
  #turn: Promise<unknown> = Promise.resolve()
  #stop = new AbortController()
  /** Stops the figures of a scope. */
  #stopFigures = new AbortController()
  /** Stops what is looked up of a comparison, once there is another one. */
  #stopRows = new AbortController()
  #stopLook = new AbortController()
  #stopSaving = new AbortController()
  /** How often was compared: the number of what is. */
  #runs = 0
  /** What was compared last, and γ that was measured last. */
  #compared: Compared | null = null
  #measured: { readonly of: string; readonly gamma: WrittenAsked['gamma'] } | null = null

  constructor(parts: Parts) {
    this.#parts = parts
    const { disk, workspace, startBench } = parts
    this.#gamma = new GammaOnDesk({ disk, fence: workspace.fence, startBench, told: this.#teller('gamma') })
  }

  /** Whose layers there are, as their files say now. Throws what prevents listing the workspace. */
  begin(): Promise<Output<'agreement.begin'>> {
    this.#leave()
    this.stopGamma()
    this.stopSaving()
    return this.#inTurn(async () => {
      const { disk, workspace, workbench, flush } = this.#parts
      await flush()
      const { articles, project, sealing } = await openWorkspace(disk, workspace.fence, workbench)
      const bench = this.#started()
      await bench.run('agreeForget', null)
      this.#notTaken = null
      this.#compared = null
      this.#measured = null
      this.#codebook = project.codebook
      this.#merged = mergedIn(project)
      const { open, hidden } = withoutSealed(articles, sealing, this.#parts.person())
      this.#sealed = { layers: layersIn(hidden), articles: hidden.length }
      this.#articles = open.filter(({ layers }) => layers.length > 1)
      const ground = { disk, fence: workspace.fence, bench }
      const layers = await namesOfLayers(open, project, ground)
      return {
        layers: layers.map(one => ({ ...one, isGold: isGold(one.annotator) })),
        sealed: (await namesOfLayers(hidden, project, ground)).map(({ name }) => name),
      }
    })
  }

  /** Compares; null where it was stopped, as by the next question. Throws what prevents it. */
  run({ asked }: Pick<Input<'agreement.run'>, 'asked'>): Promise<Output<'agreement.run'>> {
    this.#leave()
    const stop = new AbortController()
    this.#stop = stop
    return this.#unlessStopped(stop.signal, async () => {
      const notTaken = await this.#read(stop.signal)
      if (!notTaken) return null
      const { layers, tags, tolerance } = asked
      const bench = this.#started()
      const { tags: offered } = offeredBy(this.#codebook, tags)
      const comparing = withMerged({ tags, tolerance, statement: defaultStatement, merged: noneMerged }, this.#merged)
      const id = ++this.#runs
      await bench.run('agreeBegin', { id, layers, comparing, offered })
      const tell = this.#teller('comparing')
      while (!stop.signal.aborted) {
        const { done, of, report, refused } = await bench.run('agreeGoOn', null)
        tell(done, of)
        if (report === null) continue
        const among = notTaken.filter(({ annotator }) => !annotator || !layers || layers.includes(annotator))
        const unread = among.filter(({ why }) => why === 'problem').length + refused
        const unplaced = among.filter(({ why }) => why === 'unplaced').length
        const leftOut = { unread, unplaced, sealed: this.#sealed }
        this.#compared = { id, of: ofWhat({ layers, tags }), leftOut }
        return { run: id, report, ...leftOut }
      }
      return null
    })
  }

  /** Null where something else is compared by now. */
  rows({ tags, pairs }: Asked<'rows'>): Promise<string | null> {
    this.#stopRows.abort()
    this.#stopRows = new AbortController()
    return this.#looked(this.#stopRows.signal, bench => bench.run('agreeRows', { tags, pairs }))
  }

  /** Null where something else is compared, or looked at, by now. */
  look({ scope, period }: Asked<'look'>): Promise<string | null> {
    this.#stopLook.abort()
    this.#stopLook = new AbortController()
    return this.#looked(this.#stopLook.signal, bench => bench.run('agreeLook', { scope, period }))
  }

  /** Every measure of a scope; null where it was stopped, as by the next question. */
  figures({ scope }: Asked<'figures'>): Promise<string | null> {
    this.#stopFigures.abort()
    const stop = new AbortController()
    this.#stopFigures = stop
    return this.#unlessStopped(stop.signal, async () => {
      const bench = this.#started()
      await bench.run('agreeFigures', { scope, questions: this.#codebook.attributes })
      const tell = this.#teller('figures')
      while (!stop.signal.aborted) {
        const { done, of, groups } = await bench.run('agreeFiguresOn', null)
        if (of > 0) tell(done, of)
        if (groups !== null) return groups
      }
      return null
    })
  }

  /** The name of a file that a dialog for saving begins with. */
  nameFor(format: 'csv' | 'html'): string {
    return words.measuring.report.name(this.#parts.workspace.name, format)
  }

  /**
   * Writes every figure of what was compared last into a file, outside the workspace, too, for a person chose the place. Begun
   * before they choose it: whatever is looked at or compared meanwhile, the file has what was shown. Throws
   * `comparison-lost` where another run is compared by now than the one that was shown.
   */
  async save(asked: Asked<'save'>, choosePlace: () => Promise<string | null>): Promise<Output<'agreement.save'>> {
    this.stopSaving()
    const stop = new AbortController()
    this.#stopSaving = stop
    const { run: id, ...about } = asked
    const [compared, measured] = [this.#compared, this.#measured]
    if (compared?.id !== id) throw new Problem('comparison-lost')
    const bench = this.#started()
    try {
      await bench.run('agreeSaveBegin', { id, questions: this.#codebook.attributes })
      const path = await choosePlace()
      if (path === null) return { file: null, isStopped: false }
      const tell = this.#teller('saving')
      let isDone = false
      while (!isDone && !stop.signal.aborted) {
        const far = await bench.run('agreeSaveOn', null)
        isDone = far.isDone
        if (far.of > 0) tell(far.done, far.of)
      }
      if (stop.signal.aborted) return { file: null, isStopped: true }
      const { disk, workspace } = this.#parts
      const text = await bench.run('agreeWritten', {
        ...{ ...about, workspace: workspace.name, language: spoken, labels: labelsIn(this.#codebook) },
        ...{ leftOut: compared.leftOut, gamma: measured?.of === compared.of ? measured.gamma : null },
      })
      await replaceFile(disk, await raiseFence(disk, dirname(path)), path, Buffer.from(text))
      return { file: basename(path).slice(0, 1_000), isStopped: false }
    } catch (error) {
      if (stop.signal.aborted) return { file: null, isStopped: true }
      throw this.#failed(error)
    }
  }

  stopSaving(): void {
    this.#stopSaving.abort()
  }

  explain({ named }: Asked<'explain'>): Promise<string> {
    return this.#inTurn(() => this.#started().run('agreeExplain', { named, questions: this.#codebook.attributes }))
  }

  cases({ scope, wanted }: Asked<'cases'>): Promise<string> {
    return this.#inTurn(async () => {
      const { cases, total } = await this.#started().run('agreeCases', { scope, wanted })
      const told: ToldCases = {
        cases: cases.map(({ path, ...one }) => ({ ...one, article: this.#parts.ticketOf(path) })),
        total,
      }
      return JSON.stringify(told)
    })
  }

  /** γ of all articles that two of these layers (null: all) are of; null where it was stopped. Nothing else waits for it. */
  async gamma({ layers, tags }: Omit<Input<'agreement.gamma'>, 'workspace'>): Promise<Output<'agreement.gamma'>> {
    const chosen = (this.#articles ?? []).map(article => ({
      ...article,
      layers: article.layers.filter(({ annotator }) => layers?.includes(annotator) ?? true),
    }))
    const measured = await this.#gamma.measure(
      chosen.filter(article => article.layers.length > 1),
      tags,
      this.#merged,
    )
    if (measured) this.#measured = { of: ofWhat({ layers, tags }), gamma: measured }
    return measured && { report: JSON.stringify(measured.report), unread: measured.unread }
  }

  stopGamma(): void {
    this.#gamma.stop()
  }

  /** Stops comparing and measuring. What was compared before is still looked up. */
  cancel(): void {
    this.#stop.abort()
    this.#stopFigures.abort()
  }

  /** Stops all that is about what was compared. */
  #leave(): void {
    this.cancel()
    this.#stopRows.abort()
    this.#stopLook.abort()
  }

  /** Stops what is under way, and lets the worker go. */
  async letGo(): Promise<void> {
    this.#leave()
    this.stopGamma()
    this.stopSaving()
    await this.#inTurn(async () => {
      const bench = this.#bench
      this.#bench = null
      this.#articles = null
      this.#compared = null
      this.#measured = null
      this.#notTaken = null
      await bench?.close()
    })
  }

  /** Has the worker read all that may be compared, once; null where it was stopped. */
  async #read(signal: AbortSignal): Promise<readonly NotTaken[] | null> {
    if (this.#notTaken) return this.#notTaken
    const articles = this.#articles ?? []
    const { disk, workspace } = this.#parts
    const bench = this.#started()
    await bench.run('agreeForget', null)
    const tell = this.#teller('reading')
    const notTaken: NotTaken[] = []
    let done = 0
    for await (const source of sourcesOf(disk, workspace.fence, articles)) {
      if (signal.aborted) return null
      if ('why' in source) notTaken.push(source)
      else notTaken.push(...(await bench.run('agreeTake', source)))
      tell(++done, articles.length)
    }
    this.#notTaken = notTaken
    return notTaken
  }

  /** Has the worker look something up of what was compared, stretch by stretch; null where that was stopped. */
  #looked(stop: AbortSignal, begin: (bench: DatasetBench) => Promise<null>): Promise<string | null> {
    return this.#unlessStopped(stop, async () => {
      const bench = this.#started()
      await begin(bench)
      let text: string | null = null
      while (text === null && !stop.aborted) text = await bench.run('agreeLookOn', null)
      return text
    })
  }

  #started(): DatasetBench {
    this.#bench ??= this.#parts.startBench()
    return this.#bench
  }

  #teller(doing: EventOf<'agreement.progress'>['doing']): (done: number, of: number) => void {
    const { tell, ticket } = this.#parts
    return seldom(TOLD_EVERY_MS, (done, of) => tell('agreement.progress', { workspace: ticket, doing, done, of }))
  }

  /** Work after what is under way; null where it is stopped, and at once where its turn hasn't come yet. */
  #unlessStopped<T>(stop: AbortSignal, work: () => Promise<T | null>): Promise<T | null> {
    let hasBegun = false
    const done = this.#inTurn(async () => {
      hasBegun = !stop.aborted
      return hasBegun ? work() : null
    })
    const stopped = new Promise<null>(resolve => {
      stop.addEventListener('abort', () => hasBegun || resolve(null), { once: true })
    })
    return Promise.race([done, stopped])
  }

  /** Work after what is under way. Whatever fails may have ended the worker with all that it had read: that is read anew for the next comparison. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work).catch(error => {
      throw this.#failed(error)
    })
    this.#turn = done.catch(() => {})
    return done
  }

  #failed(error: unknown): unknown {
    this.#notTaken = null
    return error
  }
}

/** What says of two questions whether they are of the same layers and tags. */
function ofWhat({
  layers,
  tags,
}: {
  readonly layers: readonly string[] | null
  readonly tags: readonly string[] | null
}) {
  return JSON.stringify([layers, tags])
}
