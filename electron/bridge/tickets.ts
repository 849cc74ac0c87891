import { randomUUID } from 'node:crypto'
import { Problem } from '../../shared/problems/problem.ts'

/**
 * Names for things that a window may speak of without knowing where they are.
 * The same path has the same ticket for as long as these tickets live; another
 * window, or the same folder opened again, has others.
 */
export class Tickets {
  readonly #paths = new Map<string, string>()
  readonly #tickets = new Map<string, string>()

  ticketFor(path: string): string {
    const there = this.#tickets.get(path)
    if (there !== undefined) return there
    const ticket = randomUUID()
    this.#tickets.set(path, ticket)
    this.#paths.set(ticket, path)
    return ticket
  }

  /** Throws Problem `unknown-ticket` for one that was made up, or handed out for something else. */
  pathOf(ticket: string): string {
    const path = this.#paths.get(ticket)
    if (path === undefined) throw new Problem('unknown-ticket')
    return path
  }
}
