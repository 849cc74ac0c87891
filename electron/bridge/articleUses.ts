import { Problem } from '../../shared/problems/problem.ts'
import type { OpenArticle } from '../saving/openArticle.ts'

export interface ArticleUsesParts {
  /** The article where it is open in the window, its layer too; null where it isn't. */
  inHand(path: string): Promise<OpenArticle | null>
  /** Opens an article for the person, apart from the window. */
  open(path: string, told: (article: OpenArticle) => void): Promise<OpenArticle>
  /** Closes the article where it is open in the window, and resolves to whether it was. Throws while edits of it can't be put on disk. */
  putDown(path: string): Promise<boolean>
  /** Opens it there again, as it is now. */
  pickUp(path: string): Promise<void>
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

  /**
   * The same, given up with the Problem of the disk as soon as it refuses an
   * edit. An article in hand is put down for it: what it shows is changed.
   */
  tryOn<T>(path: string, work: (article: OpenArticle) => Promise<T>): Promise<T> {
    return this.inTurn(path, async () => {
      const wasInHand = await this.#parts.putDown(path)
      let why: Problem | null = null
      try {
        return await this.#passingBy(path, work, (article, problem) => {
          why = problem
          void article.abandon()
        })
      } catch (error) {
        throw why ?? error
      } finally {
        if (wasInHand) await this.#parts.pickUp(path)
      }
    })
  }

  /** Lets go of articles whose edits the disk refuses; what has begun with them fails. */
  async letGo(): Promise<void> {
    this.#isOver = true
    for (const article of [...this.#passing]) await giveUpIfStuck(article)
  }

  async #passingBy<T>(
    path: string,
    work: (article: OpenArticle) => Promise<T>,
    stuck: (article: OpenArticle, problem: Problem) => void = (_, problem) => this.#parts.problem(problem),
  ): Promise<T> {
    const article = await this.#parts.open(path, article => {
      const { problem } = article.saving()
      if (!problem || article.unsaved === 0) return
      if (this.#isOver) void giveUpIfStuck(article)
      else stuck(article, new Problem(problem.kind, problem.detail))
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
