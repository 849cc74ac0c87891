import { randomUUID } from 'node:crypto'
import type { ArticleRow, Copy, Stray } from '../../shared/contract/contract.ts'
import type { CopyRow, Row, StrayRow } from '../workspace/events.ts'
import { Tickets } from './tickets.ts'

/** What one open workspace, its articles and its strays are called in a window. */
export class WorkspaceTickets {
  readonly workspace = randomUUID()
  readonly #articles = new Tickets()
  readonly #strays = new Tickets()
  readonly #copies = new Tickets()

  article(path: string): string {
    return this.#articles.ticketFor(path)
  }

  /** An article's path inside the workspace. Throws Problem `unknown-ticket`. */
  pathOf(ticket: string): string {
    return this.#articles.pathOf(ticket)
  }

  copy({ path, ...copy }: CopyRow): Copy {
    return { ticket: this.#copies.ticketFor(path), ...copy }
  }

  row({ copies, ...row }: Row): ArticleRow {
    const shown = copies?.map(copy => this.copy(copy))
    return { ticket: this.article(row.path), ...row, ...(shown ? { copies: shown } : {}) }
  }

  /** Where a conflict copy is, inside the workspace. Throws Problem `unknown-ticket`. */
  copyAt(ticket: string): string {
    return this.#copies.pathOf(ticket)
  }

  stray(stray: StrayRow): Stray {
    return { ticket: this.#strays.ticketFor(stray.was), ...stray }
  }

  /** Where a stray's article was. Throws Problem `unknown-ticket`. */
  strayAt(ticket: string): string {
    return this.#strays.pathOf(ticket)
  }
}
