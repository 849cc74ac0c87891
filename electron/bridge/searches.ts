import type { Input, Output, Unread } from '../../shared/contract/contract.ts'
import {
  MAX_HITS,
  MAX_UNREAD_NAMED,
  PATTERN_DEADLINE_MS,
  PATTERN_SEARCH_MS,
  READ_DEADLINE_MS,
  SEARCH_SHELF_BYTES,
} from '../../shared/limits.ts'
import type { Sealed } from '../../shared/organise/sealed.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { needsWhole } from '../../shared/search/look.ts'
import { makeMatcher } from '../../shared/search/matcher.ts'
import { emptyQuery, type Query } from '../../shared/search/query.ts'
import type { OpenArticle } from '../saving/openArticle.ts'
import type { Searcher } from '../work/searchedLayers.ts'
import type { LayerToLookAt, Looked, SearchTasks, ToLookAt } from '../work/searchTasks.ts'
import type { Workbench } from '../work/workbench.ts'
import type { FoundLayer } from '../workspace/listing.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import type { OpenArticles } from './openArticles.ts'
import { handOverFiles, layerKey, sizeOf, textKey, type WantedFile } from './searchFiles.ts'
import type { SearchLive } from './searchLive.ts'
import type { Tell } from './tell.ts'

export interface SearchesParts {
  readonly workspace: Pick<OpenWorkspace, 'fence' | 'found' | 'openable'>
  readonly open: Pick<OpenArticles, 'has' | 'get'>
  readonly bench: Pick<Workbench<SearchTasks>, 'run'>
  readonly live: SearchLive
  readonly tell: Tell
  readonly now: () => number
  ticketOf(path: string): string
  pathOf(ticket: string): string
  me(): Promise<Searcher | null>
  /** Which layers are sealed to who searches: nothing is found in them. */
  sealed(): Sealed
  /** Names this device, as in histories. */
  readonly device: string
  /** Told of a bug that came to light in the background. */
  failed(error: unknown): void
}

type Scope = Input<'search.run'>['scope']
type Answer = Output<'search.run'>

/** What the worker is asked about at once: many short articles, or a long one. */
const ARTICLES_A_BATCH = 400
/** At first fewer, so that the first hits come soon where everything has to be read. */
const ARTICLES_AT_FIRST = 50
const BYTES_A_BATCH = 2 * 1024 * 1024
/** The first hits come soon, later ones many at a time. */
const FIRST_HITS = 100
const HITS_AT_ONCE = 2_000
/** The search for what is nowhere, which leaves everything read; no window gives this name. */
const PREPARING = ''
const nowhere: Query = { ...emptyQuery, words: '\u{10ffff}' }
/** What is kept of each byte of a file at most: two bytes a character, and that again folded. */
const SHELF_BYTES_A_BYTE = 4
/** How long the worker looks before it tells what it has; others wait no longer than that. */
const LOOK_MS = 40
/** Where nothing is found, it is told no more often than that how far the search is. */
const PROGRESS_EVERY_MS = 100

/** The searches of one window in its workspace, by the names that the window gave them. */
export class Searches {
  readonly #parts: SearchParts
  readonly #running = new Map<string, Search>()

  /**
   * What has a history, by annotator. Asked once: a machine that stops before a
   * sidecar is written is started again before anybody searches.
   */
  readonly #unfiled = new Map<string, Promise<ReadonlySet<string>>>()

  constructor(parts: SearchesParts) {
    this.#parts = { ...parts, unfiled: me => this.#unfiledOf(me) }
  }

  /**
   * Somebody is about to search there: the worker reads in the background what
   * it will look at, as far as it can keep that. A search ends it, and reads on.
   */
  prepare(scope: Scope): void {
    if (this.#running.size > 0) return
    const paths: string[] = []
    let room = SEARCH_SHELF_BYTES
    for (const path of this.#pathsIn(scope)) {
      room -= SHELF_BYTES_A_BYTE * (this.#parts.workspace.found(path)?.article.bytes ?? 0)
      if (room < 0) break
      paths.push(path)
    }
    const search = new Search({ ...this.#parts, tell: () => {} }, PREPARING, nowhere, paths)
    this.#running.set(PREPARING, search)
    search
      .run()
      .catch(error => !isAbort(error) && this.#parts.failed(error))
      .finally(() => this.#running.get(PREPARING) === search && this.#running.delete(PREPARING))
  }

  /** Resolves when the search is over. Throws Problem `search-pattern`, or `unknown-ticket` where the scope names what isn't there. */
  async run(name: string, query: Query, scope: Scope): Promise<Answer> {
    this.cancel(name)
    this.cancel(PREPARING)
    makeMatcher(query) // throws before anything is read
    const search = new Search(this.#parts, name, query, this.#pathsIn(scope))
    this.#running.set(name, search)
    try {
      return await search.run()
    } finally {
      if (this.#running.get(name) === search) this.#running.delete(name)
    }
  }

  cancel(name: string): void {
    this.#running.get(name)?.stop()
    this.#running.delete(name)
  }

  close(): void {
    for (const name of [...this.#running.keys()]) this.cancel(name)
  }

  #unfiledOf({ id }: Searcher): Promise<ReadonlySet<string>> {
    const { bench, device, workspace } = this.#parts
    const root = workspace.fence.root
    const found =
      this.#unfiled.get(id) ?? bench.run('histories', { root, annotator: id, device }).then(paths => new Set(paths))
    this.#unfiled.set(id, found)
    found.catch(() => this.#unfiled.delete(id))
    return found
  }

  #pathsIn(scope: Scope): readonly string[] {
    if (scope.kind === 'workspace') return this.#parts.workspace.openable()
    const tickets = scope.kind === 'article' ? [scope.article] : scope.articles
    return tickets.map(ticket => this.#parts.pathOf(ticket))
  }
}

/** An article as it goes to the worker: in hand where it is open, by its files otherwise. */
interface Prepared {
  readonly item: ToLookAt
  readonly files: ReadonlyMap<string, WantedFile>
  readonly open: OpenArticle | null
}

const nothingYet: Looked = {
  ...{ hits: '[]', count: 0, done: 0, given: 0, articles: 0, unreadArticles: 0, unreadLayers: 0 },
  ...{ unread: [], lacking: [] },
}

interface SearchParts extends SearchesParts {
  unfiled(me: Searcher): Promise<ReadonlySet<string>>
}

class Search {
  readonly #parts: SearchParts
  readonly #name: string
  readonly #query: Query
  readonly #paths: readonly string[]
  #isStopped = false
  /** As they were when it began. */
  readonly #sealed: Sealed
  /** Articles of which the person's layer stands in a history alone, as far as that is known. */
  #unfiled: ReadonlySet<string> = new Set()
  /** Set once articles together took too long: from then on each is looked at for itself. */
  #isOneByOne = false
  #done = 0
  #toldAt: number
  #beganAt: number
  readonly #answer = { hits: 0, articles: 0, unreadArticles: 0, unreadLayers: 0, isCut: false, unread: [] as Unread[] }

  constructor(parts: SearchParts, name: string, query: Query, paths: readonly string[]) {
    this.#parts = parts
    this.#name = name
    this.#query = query
    this.#paths = paths
    this.#sealed = parts.sealed()
    this.#beganAt = parts.now()
    this.#toldAt = this.#beganAt
  }

  stop(): void {
    this.#isStopped = true
  }

  async run(): Promise<Answer> {
    const me = await this.#parts.me()
    try {
      if (me) this.#unfiled = await this.#parts.unfiled(me)
      let at = 0
      while (at < this.#paths.length && !this.#isOver) at = await this.#lookThrough(at, me)
      return this.#ended(null)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return this.#ended(this.#isStopped ? null : { kind: error.kind, detail: error.detail })
    } finally {
      void this.#parts.bench.run('forget', { name: this.#name }).catch(() => {})
    }
  }

  get #isOver(): boolean {
    return this.#isStopped || this.#answer.isCut
  }

  #ended(problem: ProblemNotice | null): Answer {
    if (!this.#isStopped) this.#tell('[]')
    return { ...this.#answer, isComplete: problem === null && !this.#isOver, problem }
  }

  /** Looks through the next batch; resolves to where the one after it begins. */
  async #lookThrough(from: number, me: Searcher | null): Promise<number> {
    const prepared: Prepared[] = []
    let at = from
    const end = Math.min(this.#paths.length, from + (from === 0 ? ARTICLES_AT_FIRST : ARTICLES_A_BATCH))
    for (let bytes = 0; at < end && bytes < BYTES_A_BATCH; at++) {
      const path = this.#paths[at]!
      const { open } = this.#parts
      // Most articles are not open: nothing is waited for with them.
      const one = this.#prepare(path, me, open.has(path) ? await this.#inHand(path) : null)
      if (!one) this.#done++
      else {
        prepared.push(one)
        for (const file of one.files.values()) bytes += sizeOf(file)
      }
    }
    for (let skip = 0; prepared.length > 0 && !this.#isOver; ) {
      const looked = await this.#look(prepared, skip, me)
      if (this.#isStopped) return at
      this.#take(looked)
      prepared.splice(0, looked.done)
      skip = looked.given
      if (looked.lacking.length > 0) await this.#handOver(prepared, new Set(looked.lacking))
    }
    return at
  }

  async #look(prepared: readonly Prepared[], skip: number, me: Searcher | null): Promise<Looked> {
    const { bench, now } = this.#parts
    const { hits: found } = this.#answer
    if (this.#query.regex && now() - this.#beganAt > PATTERN_SEARCH_MS) {
      throw new Problem('search-too-slow', `It was stopped after ${PATTERN_SEARCH_MS / 1000} seconds.`)
    }
    const deadlineMs = this.#query.regex ? PATTERN_DEADLINE_MS : READ_DEADLINE_MS
    const hits = Math.min(found === 0 ? FIRST_HITS : HITS_AT_ONCE, MAX_HITS - found + 1)
    const items = prepared.slice(0, this.#isOneByOne ? 1 : prepared.length).map(({ item }) => item)
    try {
      return await bench.run(
        'look',
        { name: this.#name, query: this.#query, me, items, skip, hits, ms: LOOK_MS },
        { deadlineMs },
      )
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'took-too-long') throw error
      if (items.length === 1)
        throw new Problem('search-too-slow', `One article alone took more than ${deadlineMs / 1000} seconds.`)
      // One of them did it; what is found in those before it isn't lost.
      this.#isOneByOne = true
      return { ...nothingYet, given: skip }
    }
  }

  #take({ hits, count, done, articles, unreadArticles, unreadLayers, unread, given }: Looked): void {
    const answer = this.#answer
    this.#done += done
    answer.unreadArticles += unreadArticles
    answer.unreadLayers += unreadLayers
    answer.unread.push(...unread.slice(0, MAX_UNREAD_NAMED - answer.unread.length))
    answer.articles += articles
    answer.hits += count
    if (answer.hits > MAX_HITS) {
      // The last of them showed that there are more.
      answer.isCut = true
      answer.hits--
      if (given > 0) answer.articles++
      this.#tell(JSON.stringify((JSON.parse(hits) as unknown[]).slice(0, -1)))
    } else if (count > 0 || this.#parts.now() - this.#toldAt >= PROGRESS_EVERY_MS) this.#tell(hits)
  }

  #tell(hits: string): void {
    this.#toldAt = this.#parts.now()
    this.#parts.tell('search.found', { name: this.#name, hits, done: this.#done, total: this.#paths.length })
  }

  /** Hands over what the worker lacks; what it lacks of an open article goes there from the desk. */
  async #handOver(prepared: readonly Prepared[], lacking: ReadonlySet<string>): Promise<void> {
    const wanted = new Map<string, WantedFile>()
    for (const { item, files, open } of prepared) {
      if (open && lacking.has(item.text)) {
        this.#parts.live.isLacking(open)
        await this.#parts.live.hand(open, needsWhole(this.#query))
      }
      for (const [key, file] of files) if (lacking.has(key)) wanted.set(key, file)
    }
    const { bench, workspace } = this.#parts
    await handOverFiles({ bench, root: workspace.fence.root }, wanted, () => this.#isStopped)
  }

  /** Null for an article that isn't there any more, or can't be opened. */
  #prepare(path: string, me: Searcher | null, open: OpenArticle | null): Prepared | null {
    const found = this.#parts.workspace.found(path)
    if (!found && !open) return null
    const live = open?.live() ?? null
    const text = open ? this.#parts.live.keyOf(open) : textKey(found!.article, found!.facts)
    const files = new Map<string, WantedFile>()
    if (!open) files.set(text, { kind: 'text', found: found!.article, facts: found!.facts })
    const layers: LayerToLookAt[] = []
    for (const layer of this.#layersOf(path, found?.article.layers ?? [], me)) {
      const { annotator } = layer
      const isOwn = annotator === me?.id
      if ((isOwn && live?.layer) || !this.#isAsked(annotator, isOwn) || this.#sealed.hides(path, annotator)) continue
      const key = layerKey(path, layer, text)
      const mine = isOwn && me ? { me, device: this.#parts.device } : null
      files.set(key, { kind: 'layer', article: path, layer, text, mine })
      layers.push({ annotator, key, isForHits: this.#isForHits })
    }
    // Of an article that the person before left open, too.
    const whose = live?.layer && !this.#sealed.hides(path, live.annotator) ? live.annotator : null
    return { item: { ticket: this.#parts.ticketOf(path), text, live: whose, layers }, files, open }
  }

  /** The layers of an article, with one of the person's own that has a history and no file yet. */
  #layersOf(path: string, layers: readonly FoundLayer[], me: Searcher | null): readonly FoundLayer[] {
    if (!me || !this.#unfiled.has(path) || layers.some(({ annotator }) => annotator === me.id)) return layers
    return [...layers, { annotator: me.id, bytes: 0, mtimeMs: 0 }]
  }

  /** Whether a layer has a say in this search: the person's own always, to tell what covers a hit. */
  #isAsked(annotator: string, isOwn: boolean): boolean {
    const { annotators, what } = this.#query
    if (isOwn && what === 'text') return true
    return needsWhole(this.#query) && (annotators.length === 0 || annotators.includes(annotator))
  }

  /** Layers that say nothing of what is found, only what stands over it. */
  get #isForHits(): boolean {
    return !needsWhole(this.#query)
  }

  /** An open article, once the worker knows it as it stands; null for one that can't be opened. */
  async #inHand(path: string): Promise<OpenArticle | null> {
    const article = await this.#parts.open.get(path).catch(() => null)
    if (article) await this.#parts.live.hand(article, needsWhole(this.#query))
    return article
  }
}

/** Whether work ended because the program is closing. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
