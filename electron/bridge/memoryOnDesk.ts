import type { Output } from '../../shared/contract/contract.ts'
import type { KeptSettled } from '../settings/memories.ts'
import type { DeskParts } from './parts.ts'
import type { WorkspaceTickets } from './workspaceTickets.ts'

type Recalled = Output<'workspace.recall'>

/** What this device remembers of the work in a folder, by tickets. */
export class MemoryOnDesk {
  readonly #memories: DeskParts['memories']
  readonly #folder: string
  readonly #tickets: WorkspaceTickets

  constructor(memories: DeskParts['memories'], folder: string, tickets: WorkspaceTickets) {
    this.#memories = memories
    this.#folder = folder
    this.#tickets = tickets
  }

  recall(): Recalled {
    const { search, exporting, agreement, review, right, drafts } = this.#memories.of(this.#folder)
    return {
      search,
      exporting,
      agreement,
      review: review && {
        ...review,
        at: review.at && { ...review.at, article: this.#tickets.article(review.at.article) },
      },
      right: right.map(({ article, ...one }) => ({ ...one, article: this.#tickets.article(article) })),
      drafts: drafts.map(({ article, ...one }) => ({ ...one, article: this.#tickets.article(article) })),
    }
  }

  async remember({ search, exporting, agreement, review, right, drafts }: Partial<Recalled>): Promise<void> {
    await this.#memories.remember(this.#folder, {
      ...(search === undefined ? {} : { search }),
      ...(exporting === undefined ? {} : { exporting }),
      ...(agreement === undefined ? {} : { agreement }),
      ...(review === undefined
        ? {}
        : {
            review: review && {
              ...review,
              at: review.at && { ...review.at, article: this.#tickets.pathOf(review.at.article) },
            },
          }),
      ...(right === undefined
        ? {}
        : { right: right.map(({ article, ...one }) => ({ ...one, article: this.#tickets.pathOf(article) })) }),
      ...(drafts === undefined
        ? {}
        : { drafts: drafts.map(({ article, ...one }) => ({ ...one, article: this.#tickets.pathOf(article) })) }),
    })
  }

  /** A person has dealt with a conflict copy. */
  async settle(copy: KeptSettled): Promise<void> {
    const others = this.#memories.of(this.#folder).settled.filter(({ path }) => path !== copy.path)
    await this.#memories.remember(this.#folder, { settled: [...others, copy] })
  }
}
