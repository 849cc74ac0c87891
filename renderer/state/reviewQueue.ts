import type { Case } from '../../shared/review/case.ts'
import type { QueueOrder, Shown } from '../../shared/review/queueView.ts'
import { toldIn } from '../../shared/review/toldIn.ts'
import { isWanted } from './caseFilter.ts'
import type { ReviewFilters } from './reviewView.ts'

/** A case of the queue, with its article. */
export interface QueueEntry {
  /** The same as long as the case is. */
  readonly key: string
  /** The article's ticket. */
  readonly article: string
  readonly case: Case
}

interface Listed {
  readonly order: QueueOrder
  readonly shown: Shown
  readonly filters: ReviewFilters
  /** Tickets in the order of the workspace. */
  readonly articles: readonly string[]
  /** The key of the case at hand: it stays in its place after it is decided. */
  readonly keeps: string | null
}

/** What several annotators say differently, over a workspace. */
export class ReviewQueue {
  readonly #entries = new Map<string, QueueEntry>()
  readonly #keys = new Map<string, Set<string>>()
  #version = 0
  #made: { readonly by: string; readonly filters: ReviewFilters; readonly list: readonly QueueEntry[] } | null = null

  get(key: string | null): QueueEntry | undefined {
    return key === null ? undefined : this.#entries.get(key)
  }

  clear(): void {
    this.#version++
    this.#entries.clear()
    this.#keys.clear()
  }

  /** Cases of an article that weren't known. What all agree on is no difference, but what was decided on it can be looked at again. */
  add(article: string, cases: readonly Case[]): void {
    this.#version++
    const keys = this.#keys.get(article) ?? new Set()
    this.#keys.set(article, keys)
    for (const one of cases) {
      if (isAgreed(one) && one.state === 'open') continue
      const key = `${article} ${one.id}`
      keys.add(key)
      this.#entries.set(key, { key, article, case: one })
    }
  }

  /** The cases that an article has now, in the place of those that it had. */
  replace(article: string, cases: readonly Case[]): void {
    for (const key of this.#keys.get(article) ?? []) this.#entries.delete(key)
    this.#keys.delete(article)
    this.add(article, cases)
  }

  list({ order, shown, filters, articles, keeps }: Listed): readonly QueueEntry[] {
    const by = [this.#version, order, shown, keeps, articles.length].join(' ')
    if (this.#made?.by === by && this.#made.filters === filters) return this.#made.list
    const places = new Map(articles.map((article, place) => [article, place]))
    const placeOf = ({ article }: QueueEntry) => places.get(article) ?? articles.length
    const isShown = ({ key, case: { state } }: QueueEntry) =>
      shown === 'all' || key === keeps || (shown === 'open' ? state !== 'decided' : state === shown)
    const byPlace = (one: QueueEntry, other: QueueEntry) =>
      placeOf(one) - placeOf(other) ||
      one.case.extent.start - other.case.extent.start ||
      one.case.extent.end - other.case.extent.end ||
      (one.key < other.key ? -1 : 1)
    const list = [...this.#entries.values()].filter(entry => isShown(entry) && isWanted(entry.case, filters))
    list.sort(
      order === 'article' ? byPlace : (one, other) => other.case.weight - one.case.weight || byPlace(one, other),
    )
    this.#made = { by, filters, list }
    return list
  }

  /** How many differences there are of those that are wanted, by what has been decided; and what all agree on by now, where it is to be decided anew. */
  counts(filters: ReviewFilters): { readonly total: number; readonly decided: number; readonly stale: number } {
    let [total, decided, stale] = [0, 0, 0]
    for (const { case: one } of this.#entries.values()) {
      if (!isWanted(one, filters) || (isAgreed(one) && one.state === 'decided')) continue
      total++
      if (one.state === 'decided') decided++
      if (one.state === 'stale') stale++
    }
    return { total, decided, stale }
  }

  /** Tags that any opinion has. */
  tags(): ReadonlySet<string> {
    return new Set([...this.#entries.values()].flatMap(entry => toldIn(entry.case).map(({ tag }) => tag)))
  }
}

function isAgreed({ kinds }: Case): boolean {
  return kinds.includes('same')
}
