import { asTheyAre, withMerged } from '../../shared/agreement/compareLayers.ts'
import type { Input, Output } from '../../shared/contract/contract.ts'
import { MAX_CASES, MAX_UNREAD_NAMED } from '../../shared/limits.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { Merged } from '../../shared/project/merged.ts'
import { addCounts } from '../../shared/review/countCases.ts'
import type { CaseCounts } from '../../shared/review/found.ts'
import { goldOf, isGold } from '../../shared/sidecar/names.ts'
import type { DatasetBench } from '../dataset/exportDataset.ts'
import { layersLookedAt } from '../dataset/layersLookedAt.ts'
import type { ReviewedArticle, Taking } from '../work/reviewTasks.ts'
import type { Outside } from '../workspace/events.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import { type FoundSource, type ReviewSourcesParts, reviewSource, type Unreadable } from './reviewSources.ts'
import type { Tell } from './tell.ts'

export interface ReviewParts extends ReviewSourcesParts {
  readonly workspace: Pick<OpenWorkspace, 'fence' | 'found' | 'openable'>
  /** The workspace's ticket. */
  readonly ticket: string
  readonly startBench: () => DatasetBench
  readonly tell: Tell
  readonly now: () => number
  /** The person's own id; null before anybody said who they are. */
  me(): string | null
  /** What was merged in the project: it is the same as what stands for it. */
  merged(): Merged
  /** What people are called in the project, by id. */
  named(): ReadonlyMap<string, string>
  ticketOf(path: string): string
  /** Throws Problem `unknown-ticket`. */
  pathOf(ticket: string): string
}

type Asked = Omit<Input<'review.article'>, 'article'> & { readonly taking?: Taking }
type UnreadTold = Output<'review.article'>['unread'][number]

/** Cases are told at the latest after so long, in milliseconds, or once there are so many characters of them. */
const TOLD_EVERY_MS = 80
const TOLD_AT_LENGTH = 200_000
/** A worker that nobody has asked for so long is let go. */
const REST_MS = 120_000

/**
 * What several annotators wrote down, compared in a worker for one window, in
 * whatever is in the files and, of open articles, in hand. Nothing is written.
 */
export class ReviewOnDesk {
  readonly #parts: ReviewParts
  #bench: DatasetBench | null = null
  #resting: NodeJS.Timeout | undefined
  readonly #running = new Map<string, AbortController>()
  /** What files of layers said of themselves, as long as they are the same files. */
  readonly #known: Parameters<typeof layersLookedAt>[3] = new Map()
  /** Whether the window holds cases, which others' changes make old. */
  #isWatched = false
  #changed: Set<string> | null = null

  constructor(parts: ReviewParts) {
    this.#parts = parts
  }

  /** Whose layers there are. Throws what starting a worker throws. */
  async layers(): Promise<Output<'review.layers'>> {
    const { workspace, disk, me, named, sealed } = this.#parts
    const own = me()
    const { layers, unread } = await layersLookedAt(workspace, { disk, bench: this.#started() }, sealed(), this.#known)
    const names = named()
    return {
      layers: layers.map(({ annotator, name, isOfAnswers, ...rest }) => ({
        ...{ annotator, ...rest },
        name: (names.get(annotator) ?? name).slice(0, 1_000),
        isGold: isGold(annotator) && !isOfAnswers,
        isMine: own === null ? null : annotator === own ? 'own' : annotator === goldOf(own) ? 'gold' : null,
      })),
      ...this.#unreadOf(unread),
    }
  }

  /** The cases of one article. Throws the Problem by which the article itself can't be read. */
  async article({ article, ...asked }: Input<'review.article'>): Promise<Output<'review.article'>> {
    this.#isWatched = true
    const path = this.#parts.pathOf(article)
    const found = await this.#source(path, asked)
    const made = await this.#compared(found, asked, this.#parts.merged())
    const own = made.unread.find(({ annotator }) => annotator === null)
    if (own) throw new Problem(own.problem.kind, own.problem.detail)
    return {
      layers: [...(made.reviewed?.layers ?? [])],
      known: [...(made.reviewed?.known ?? [])].map(([annotator, waiting]) => ({ annotator, waiting: [...waiting] })),
      cases: (made.reviewed?.pieces ?? []).map(({ text }) => text),
      counts: [...(made.reviewed?.counts ?? [])],
      isSealed: found.isSealed,
      unheard: made.unheard,
      ...this.#unreadOf(made.unread.map(one => ({ path, ...one }))),
    }
  }

  /** The cases of many articles, told while it goes on. An article that can't be read is told, and the others are compared. */
  async run({ name, articles, workspace: _, ...asked }: Input<'review.run'>): Promise<Output<'review.run'>> {
    this.cancel(name)
    this.#isWatched = true
    const { workspace, pathOf, ticketOf, tell, now } = this.#parts
    const paths = articles?.map(pathOf) ?? workspace.openable()
    const stop = new AbortController()
    this.#running.set(name, stop)
    let waiting: string[] = []
    let length = 0
    let last = now()
    let done = 0
    const tellFound = () => {
      tell('review.found', { name, found: `[${waiting.join()}]`, done, total: paths.length })
      waiting = []
      length = 0
      last = now()
    }
    let compared = 0
    let toldCases = 0
    let isCut = false
    let sealed = 0
    let unheard = 0
    let counts: CaseCounts[] = []
    const unread: (Unreadable & { readonly path: string })[] = []
    try {
      for await (const { path, made, isAsked, isSealed } of this.#inTurn(paths, asked, stop.signal)) {
        if (stop.signal.aborted) break
        done++
        if (isSealed) sealed++
        unread.push(...made.unread.map(one => ({ path, ...one })))
        unheard += made.unheard
        const { reviewed } = made
        if (reviewed) {
          if (isAsked) compared++
          counts = addCounts(counts, reviewed.counts)
          const head = `{"article":${JSON.stringify(ticketOf(path))},"layers":${JSON.stringify(reviewed.layers)},"cases":`
          for (const { text, count } of reviewed.pieces) {
            if (toldCases + count > MAX_CASES) isCut = true
            if (isCut) break
            toldCases += count
            waiting.push(`${head}${text}}`)
            length += text.length
            if (length > TOLD_AT_LENGTH) tellFound()
          }
        }
        if (now() - last >= TOLD_EVERY_MS) tellFound()
      }
      if (!stop.signal.aborted) tellFound()
      const cases = counts.reduce((sum, { open, decided, stale }) => sum + open + decided + stale, 0)
      const isComplete = !stop.signal.aborted
      return { articles: compared, sealed, cases, counts, ...this.#unreadOf(unread), unheard, isComplete, isCut }
    } finally {
      if (this.#running.get(name) === stop) this.#running.delete(name)
    }
  }

  /** What is agreed on and not decided, as edits of gold that nobody has made yet. */
  async agreed({ name, layers, tolerance, atLeast }: Input<'review.agreed'>): Promise<Output<'review.agreed'>> {
    this.cancel(name)
    const { workspace, ticketOf, tell, now, me } = this.#parts
    const by = me()
    const paths = by === null ? [] : workspace.openable()
    const stop = new AbortController()
    this.#running.set(name, stop)
    const changes: string[] = []
    let [cases, done, last] = [0, 0, now()]
    try {
      const taking = { threshold: atLeast ?? ('all' as const), by: by ?? '', now: new Date().toISOString() }
      for await (const { path, made } of this.#inTurn(
        paths,
        { layers, tolerance, tags: null, kinds: [], taking },
        stop.signal,
      )) {
        if (stop.signal.aborted) break
        done++
        const taken = made.reviewed?.taken
        if (taken) {
          changes.push(`{"article":${JSON.stringify(ticketOf(path))},${taken.text}}`)
          cases += taken.count
        }
        if (now() - last >= TOLD_EVERY_MS) {
          tell('review.found', { name, found: '[]', done, total: paths.length })
          last = now()
        }
      }
      const isComplete = !stop.signal.aborted
      return { changes: isComplete ? changes : [], cases, articles: changes.length, isComplete }
    } finally {
      if (this.#running.get(name) === stop) this.#running.delete(name)
    }
  }

  cancel(name: string): void {
    this.#running.get(name)?.abort()
    this.#running.delete(name)
  }

  /** A file of the workspace was touched by somebody: where cases may be other ones now, the window is told, once for many. */
  heard({ path, what, annotator }: Pick<Outside, 'path' | 'what' | 'annotator'>): void {
    const { open, me, tell, ticket, ticketOf } = this.#parts
    const own = me()
    const isOurs = own !== null && (annotator === own || annotator === goldOf(own)) && open.has(path)
    if (!this.#isWatched || (what === 'layer' && isOurs)) return
    if (this.#changed) {
      this.#changed.add(path)
      return
    }
    const changed = new Set([path])
    this.#changed = changed
    queueMicrotask(() => {
      this.#changed = null
      tell('review.changed', { workspace: ticket, articles: [...changed].map(ticketOf) })
    })
  }

  /** Stops what is under way, and lets the worker go. */
  async letGo(): Promise<void> {
    this.#isWatched = false
    for (const name of [...this.#running.keys()]) this.cancel(name)
    clearTimeout(this.#resting)
    const bench = this.#bench
    this.#bench = null
    await bench?.close()
  }

  /** Article by article: the files of the next are read while this one is compared. */
  async *#inTurn(paths: readonly string[], asked: Asked, signal: AbortSignal) {
    const begin = (path: string | undefined) => {
      const coming = path === undefined ? null : this.#source(path, asked)
      coming?.catch(() => {}) // heard where it is waited for
      return coming
    }
    const merged = this.#parts.merged()
    let coming = begin(paths[0])
    for (const [i, path] of paths.entries()) {
      const found = await coming!
      coming = begin(paths[i + 1])
      if (signal.aborted) return
      const { isAsked, isSealed } = found
      yield { path, isAsked, isSealed, made: await this.#compared(found, asked, merged, signal) }
    }
  }

  #source(path: string, { layers }: Asked) {
    const own = this.#parts.me()
    return reviewSource(path, { layers, own, reviewer: own === null ? null : goldOf(own) }, this.#parts)
  }

  async #compared(
    { source, unread, unheard }: FoundSource,
    { tags, kinds, tolerance, taking }: Asked,
    merged: Merged,
    signal?: AbortSignal,
  ): Promise<{
    readonly reviewed: ReviewedArticle | null
    readonly unread: readonly Unreadable[]
    readonly unheard: number
  }> {
    if (!source) return { reviewed: null, unread, unheard }
    const comparing = withMerged({ ...asTheyAre, tags, tolerance }, merged)
    try {
      const reviewed = await this.#started().run('reviewArticle', { source, comparing, kinds, taking }, { signal })
      // Of gold that can't be had from the disk nobody knows what has been decided either.
      const isGoldKnown = unread.every(({ annotator }) => annotator !== source.reviewer)
      return {
        reviewed: isGoldKnown ? reviewed : { ...reviewed, taken: null },
        unread: [...unread, ...reviewed.unread],
        unheard: unheard + reviewed.unheard.length,
      }
    } catch (error) {
      if (signal?.aborted) return { reviewed: null, unread, unheard }
      if (!(error instanceof Problem)) throw error
      return { reviewed: null, unread: [...unread, { annotator: null, problem: noticeOf(error) }], unheard }
    }
  }

  #unreadOf(unread: readonly (Unreadable & { readonly path: string })[]): {
    readonly unread: UnreadTold[]
    readonly unreadCount: number
  } {
    const { ticketOf } = this.#parts
    const told = unread.slice(0, MAX_UNREAD_NAMED)
    return {
      unread: told.map(({ path, annotator, problem }) => ({ article: ticketOf(path), annotator, problem })),
      unreadCount: unread.length,
    }
  }

  #started(): DatasetBench {
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => this.#rest(), REST_MS).unref()
    this.#bench ??= this.#parts.startBench()
    return this.#bench
  }

  #rest(): void {
    if (this.#running.size > 0) return void this.#started()
    const bench = this.#bench
    this.#bench = null
    void bench?.close()
  }
}

function noticeOf({ kind, detail }: Problem): ProblemNotice {
  return { kind, detail }
}
