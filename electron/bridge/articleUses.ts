import { Problem } from '../../shared/problems/problem.ts'
import type { OpenArticle } from '../saving/openArticle.ts'

export interface ArticleUsesParts {
  /** The article where it is open in the window, its layer too; null where it isn't. */
  inHand(path: string): Promise<OpenArticle | null>
  /** Opens an article for the person, apart from the window. */
  open(path: string, told: (article: OpenArticle) => void): Promise<OpenArticle>
  /** An edit can't be put on disk; it is tried again. */
  problem(problem: Problem): void
}

/** Who may open, close or change an article at a time: the window and changes of many articles take turns. */
export class ArticleUses {
  readonly #parts: ArticleUsesParts
  readonly #turns = new Map<string, Promise<unknown>>()
  /** Articles that are open only for as long as something is done with them. */
  readonly #passing = new Set<OpenArticle>()
  #isOver = false

  constructor(parts: ArticleUsesParts) {
    this.#parts = parts
  }

  /** Does something with an article while nothing else is done with it in a turn. */
  inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(path) ?? Promise.resolve()
    const done = before.then(work)
    const turn = done.catch(() => {})
    this.#turns.set(path, turn)
    void turn.then(() => {
      if (this.#turns.get(path) === turn) this.#turns.delete(path)
    })
    return done
  }

  /** Does something with the person's layer of an article: in the article in hand, or in one that is opened for it and closed afterwards. */
  use<T>(path: string, work: (article: OpenArticle) => Promise<T>): Promise<T> {
    return this.inTurn(path, async () => {
      const present = await this.#parts.inHand(path)
      return present ? work(present) : this.#passingBy(path, work)
    })
  }

  /** Lets go of articles whose edits the disk refuses; what has begun with them fails. */
  async letGo(): Promise<void> {
    this.#isOver = true
    for (const article of [...this.#passing]) await giveUpIfStuck(article)
  }

  async #passingBy<T>(path: string, work: (article: OpenArticle) => Promise<T>): Promise<T> {
    const article = await this.#parts.open(path, article => {
      const { problem } = article.saving()
      if (!problem || article.unsaved === 0) return
      if (this.#isOver) void giveUpIfStuck(article)
      else this.#parts.problem(new Problem(problem.kind, problem.detail))
    })
    this.#passing.add(article)
    try {
      await article.openLayer()
      return await work(article)
    } finally {
      this.#passing.delete(article)
      await article.close().catch(() => article.abandon())
    }
  }
}

async function giveUpIfStuck(article: OpenArticle): Promise<void> {
  if (article.unsaved > 0 && article.saving().problem) await article.abandon()
}
