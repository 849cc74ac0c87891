import type { Saving } from '../../shared/contract/contract.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { OpenArticle } from '../saving/openArticle.ts'
import { unlessStuck } from './unlessStuck.ts'

/** How an article is opened; `told` is called whenever what can be said of its saving changes, `stop` ends it while it goes on. */
export type Opening = (path: string, told: () => void, stop: AbortSignal) => Promise<OpenArticle>

/** Told of the saving of an open article. */
export type SavingTold = (path: string, saving: Omit<Saving, 'article'>, article: OpenArticle) => void

type Written = (path: string, article: OpenArticle) => Promise<void>

interface Held {
  readonly article: Promise<OpenArticle>
  /** Called at every turn of its saving. */
  readonly watchers: Set<() => void>
  readonly stop: AbortController
}

/** The articles of one workspace that a window has open, by path. */
export class OpenArticles {
  readonly #opening: Opening
  readonly #told: SavingTold
  readonly #written: Written
  readonly #held = new Map<string, Held>()

  /** `written` is called once all that an article has is in its files, while it still counts as open: what is told of the files then is true. */
  constructor(opening: Opening, told: SavingTold, written: Written = async () => {}) {
    this.#opening = opening
    this.#told = told
    this.#written = written
  }

  /** Opens an article afresh. One that is open already is closed first. */
  async open(path: string): Promise<OpenArticle> {
    await this.close(path)
    const watchers = new Set<() => void>()
    let ready: OpenArticle | null = null
    const told = () => {
      for (const watch of watchers) watch()
      if (ready && this.#held.get(path) === held) this.#told(path, ready.saving(), ready)
    }
    const stop = new AbortController()
    const held: Held = { article: this.#opening(path, told, stop.signal), watchers, stop }
    this.#held.set(path, held)
    try {
      ready = await held.article
      return ready
    } catch (error) {
      if (this.#held.get(path) === held) this.#held.delete(path)
      throw error
    }
  }

  /** Ends the opening of an article, which fails with Problem `stopped`; one that is open stays. */
  stop(path: string): void {
    this.#held.get(path)?.stop.abort(new Problem('stopped'))
  }

  /** Throws Problem `unknown-ticket` for an article that isn't open. */
  async get(path: string): Promise<OpenArticle> {
    const held = this.#held.get(path)
    if (!held) throw new Problem('unknown-ticket')
    return held.article
  }

  has(path: string): boolean {
    return this.#held.has(path)
  }

  paths(): string[] {
    return [...this.#held.keys()]
  }

  /** Writes what is due and forgets the article; nothing happens where it isn't open. Throws, and keeps it, while edits can't be put on disk. */
  async close(path: string): Promise<void> {
    const held = this.#held.get(path)
    if (!held) return
    const article = await held.article
    // Closing a ledger can't be taken back, so it is begun only when nothing keeps it waiting.
    await unlessStuck(article, held.watchers, () => article.flush())
    await article.close()
    await this.#written(path, article)
    if (this.#held.get(path) === held) this.#held.delete(path)
  }

  async closeAll(): Promise<void> {
    for (const path of this.paths()) await this.close(path)
  }

  /** Resolves once every edit is on disk, and the sidecars too where the disk lets them. Throws while an edit isn't. */
  async flush(): Promise<void> {
    for (const held of [...this.#held.values()]) {
      const article = await held.article.catch(() => null)
      if (article) await unlessStuck(article, held.watchers, () => article.flush())
    }
  }

  /** Forgets every article, for good. Throws the first Problem by which an edit was lost. */
  async leave(): Promise<void> {
    const failures: unknown[] = []
    for (const [path, held] of [...this.#held]) {
      try {
        await this.close(path)
      } catch (error) {
        failures.push(error)
        await held.article.then(article => article.abandon()).catch(() => {})
        this.#held.delete(path)
      }
    }
    if (failures.length > 0) throw failures[0]
  }
}
