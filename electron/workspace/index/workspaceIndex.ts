import type { Status } from '../../../shared/annotation/annotation.ts'
import { listedFields, type Metadata } from '../../../shared/article/metadata.ts'
import type { ArticleRow } from '../../../shared/contract/contract.ts'
import type { ProblemNotice } from '../../../shared/problems/problem.ts'
import type { ArticleFacts } from '../../work/indexEntries.ts'
import type { LayerCounts } from '../../work/layerCounts.ts'
import { isNotice } from '../../work/notice.ts'
import type { FoundArticle } from '../listing.ts'
import { type FillParts, inTasks, lookAtAll, type Wanted } from './fill.ts'
import { type IndexEntry, knowsArticle, knowsFacts, knowsLayer, layerOf } from './indexEntry.ts'
import { indexPlace, readIndex, writeIndex } from './indexFile.ts'

export interface IndexParts extends FillParts {
  readonly indexFolder: string
  readonly annotator: string | null
  /** The articles that became known, many at a time. */
  readonly known: (paths: readonly string[]) => void
  readonly progress: (done: number, total: number) => void
  /** Told when all that was asked for is known. */
  readonly filled: () => void
  /** What can't be, and was caught in the background: a bug. */
  readonly failed: (error: unknown) => void
}

/** News are held back for so long, so that ten thousand articles are a few dozen messages. */
const NEWS_EVERY_MS = 150

/**
 * What is known of a workspace's articles without opening them: titles, words,
 * hashes, and the counts of the person's own layer. Filled in the background
 * and kept outside the workspace; it is never truth, and may be deleted.
 */
export class WorkspaceIndex {
  readonly #parts: IndexParts
  readonly #place: string
  #entries = new Map<string, IndexEntry>()
  /** Counts of layers that are open: truer than their sidecars. */
  readonly #live = new Map<string, LayerCounts>()
  /** The same of the fields of open articles. */
  readonly #liveFields = new Map<string, Metadata>()
  #annotator: string | null
  #wanted = new Map<string, FoundArticle>()
  #total = 0
  #filling: Promise<void> | null = null
  #news: string[] = []
  #newsAt = 0
  #isDue = false

  private constructor(parts: IndexParts, entries: Map<string, IndexEntry>) {
    this.#parts = parts
    this.#place = indexPlace(parts.indexFolder, parts.fence.root)
    this.#entries = entries
    this.#annotator = parts.annotator
  }

  static async open(parts: IndexParts): Promise<WorkspaceIndex> {
    return new WorkspaceIndex(parts, await readIndex(parts.disk, indexPlace(parts.indexFolder, parts.fence.root)))
  }

  /** What a row says of an article, or null until the index knows it as it stands. */
  known(found: FoundArticle): ArticleRow['known'] {
    const facts = this.facts(found)
    if (!facts) return null
    const counted = this.#live.get(found.path) ?? this.#countsOf(found)
    const layers = found.layers.map(({ annotator }) => annotator)
    const { words } = facts
    const fields = this.#liveFields.get(found.path) ?? facts.fields
    const title = fields.title?.value ?? ''
    const said = Object.fromEntries(listedFields.flatMap(name => (fields[name] ? [[name, fields[name].value]] : [])))
    const { status, counts, inBoilerplate, unplaced } = counted ?? {
      status: null,
      counts: {},
      inBoilerplate: 0,
      unplaced: 0,
    }
    const own = { status: status as Status | null, counts: { ...counts }, inBoilerplate, unplaced }
    return { title, fields: said, words, ...own, layers }
  }

  /** What was read of an article's file, or null until that is known of the file as it stands. Of earlier facts it is shown until the newer are known. */
  facts(found: FoundArticle): ArticleFacts | null {
    const entry = this.#entries.get(found.path)
    return knowsArticle(entry, found) && !isNotice(entry.article) ? entry.article : null
  }

  /** Why an article can't be read, as far as the index has tried. */
  problem(found: FoundArticle): ProblemNotice | null {
    const entry = this.#entries.get(found.path)
    return knowsArticle(entry, found) && isNotice(entry.article) ? entry.article : null
  }

  /** Looks, in the background, at those of the articles that it doesn't know as they stand. */
  want(articles: Iterable<FoundArticle>): void {
    for (const found of articles) {
      if (found.problem) continue
      if (!this.#wanted.has(found.path) && this.#wantedOf(found)) this.#total++
      if (this.#wantedOf(found)) this.#wanted.set(found.path, found)
    }
    this.#start()
  }

  /** Forgets what it knows of articles that aren't among these. */
  keepOnly(paths: ReadonlySet<string>): void {
    for (const path of [...this.#entries.keys()]) if (!paths.has(path)) this.forget(path)
  }

  forget(path: string): void {
    if (this.#entries.delete(path)) this.#isDue = true
    this.#wanted.delete(path)
    this.#live.delete(path)
    this.#liveFields.delete(path)
  }

  /** The counts of a layer while it is open; null when it is closed, and its sidecar counts again. */
  noteCounts(path: string, counts: LayerCounts | null): void {
    if (counts) this.#live.set(path, counts)
    else this.#live.delete(path)
  }

  /** The fields of an article while it is open; null when it is closed, and its files count again. */
  noteFields(path: string, fields: Metadata | null): void {
    if (fields) this.#liveFields.set(path, fields)
    else this.#liveFields.delete(path)
  }

  /** From now on, whose layers are the person's own. What is known of the articles stays. */
  setAnnotator(annotator: string | null): void {
    this.#annotator = annotator
    this.#live.clear()
  }

  /** Keeps what is known, for the next start. The signal of its parts has ended the filling by then. */
  async close(): Promise<void> {
    await this.#filling
    if (this.#isDue) await this.#keep()
  }

  #start(): void {
    this.#filling ??= this.#fill()
      .catch(error => {
        if (!isAbort(error)) this.#parts.failed(error)
      })
      .finally(() => {
        this.#filling = null
        if (this.#wanted.size > 0 && !this.#parts.signal.aborted) this.#start()
      })
  }

  async #fill(): Promise<void> {
    // Whoever asked goes on first: the list is shown before its first article is read.
    await null
    const { signal, progress, filled } = this.#parts
    // A task that has begun is not waited for once the workspace closes.
    let stop = () => {}
    const aborted = new Promise<never>((_, reject) => {
      stop = () => reject(signal.reason)
    })
    aborted.catch(() => {})
    signal.addEventListener('abort', stop)
    try {
      await this.#fillUntil(aborted)
    } finally {
      signal.removeEventListener('abort', stop)
    }
    if (signal.aborted) return
    this.#flush()
    progress(this.#total, this.#total)
    this.#total = 0
    if (this.#isDue) await this.#keep()
    filled()
  }

  /** Looks at all that is wanted; throws as soon as `aborted` does. */
  async #fillUntil(aborted: Promise<never>): Promise<void> {
    const { signal } = this.#parts
    while (this.#wanted.size > 0 && !signal.aborted) {
      const queue = [...this.#wanted.values()]
      this.#wanted = new Map()
      let under = Promise.resolve()
      let left = queue.length
      for (const task of inTasks(queue.flatMap(found => this.#wantedOf(found) ?? []))) {
        if (signal.aborted) break
        // One task is read from the disk while the one before is looked at.
        const looked = lookAtAll(this.#parts, task)
        looked.catch(() => {})
        await Promise.race([under, aborted])
        under = looked.then(indexed => {
          for (const [i, one] of task.entries()) this.#learn(one, indexed[i]!)
          left -= task.length
          this.#tell(this.#total - left - this.#wanted.size)
        })
        under.catch(() => {})
      }
      await Promise.race([under, aborted])
    }
  }

  #learn(
    { found, layer }: Wanted,
    {
      article,
      layer: counted,
    }: { article: ArticleFacts | ProblemNotice | null; layer: LayerCounts | ProblemNotice | null },
  ): void {
    const was = this.#entries.get(found.path)
    const facts = article ?? was?.article
    if (!facts) return
    const own = layerOf(found, this.#annotator)
    const kept = knowsLayer(was, own) ? (was?.layer ?? null) : null
    this.#entries.set(found.path, {
      bytes: found.bytes,
      mtimeMs: found.mtimeMs,
      facts: found.facts && { bytes: found.facts.bytes, mtimeMs: found.facts.mtimeMs },
      article: facts,
      layer: layer && counted ? { ...layer, found: counted } : kept,
    })
    this.#isDue = true
    this.#news.push(found.path)
  }

  /** What of an article has to be looked at; null for nothing. */
  #wantedOf(found: FoundArticle): Wanted | null {
    const entry = this.#entries.get(found.path)
    const article = !knowsArticle(entry, found) || !knowsFacts(entry, found)
    const own = layerOf(found, this.#annotator)
    // An open layer tells its counts itself; its sidecar, which changes all the time, needs no reading.
    const isLive = this.#live.has(found.path)
    const layer = isLive || knowsLayer(entry, own) ? null : own
    const isLayerGone = !isLive && !own && entry?.layer != null
    return article || layer || isLayerGone ? { found, article, layer } : null
  }

  #countsOf(found: FoundArticle): LayerCounts | null {
    const own = layerOf(found, this.#annotator)
    const layer = this.#entries.get(found.path)?.layer
    // Counts of an earlier state are shown until the newer ones are there: better than a flicker of nothing.
    if (!own || layer?.annotator !== own.annotator || isNotice(layer.found)) return null
    return layer.found
  }

  #tell(done: number): void {
    const now = performance.now()
    if (now - this.#newsAt < NEWS_EVERY_MS) return
    this.#newsAt = now
    this.#flush()
    this.#parts.progress(done, this.#total)
  }

  #flush(): void {
    const paths = this.#news
    this.#news = []
    if (paths.length > 0) this.#parts.known(paths)
  }

  async #keep(): Promise<void> {
    this.#isDue = false
    await writeIndex(this.#parts.disk, this.#place, this.#entries)
  }
}

/** Whether work ended because the workspace or the program is closing. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
