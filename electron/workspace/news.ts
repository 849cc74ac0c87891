import type { Row, WorkspaceEvent } from './events.ts'

/** Rows that changed are told together after so long. */
const TELL_AFTER_MS = 60

/** What an open workspace tells to whoever listens: rows many at a time, and none that looks as it did when it was told last. */
export class News {
  readonly #rowOf: (path: string) => Row | null
  readonly #listeners = new Set<(event: WorkspaceEvent) => void>()
  /** Rows as JSON, as they were told last. */
  readonly #told = new Map<string, string>()
  readonly #waiting = new Set<string>()
  #timer: NodeJS.Timeout | undefined

  constructor(rowOf: (path: string) => Row | null) {
    this.#rowOf = rowOf
  }

  listen(heard: (event: WorkspaceEvent) => void): () => void {
    this.#listeners.add(heard)
    return () => void this.#listeners.delete(heard)
  }

  say(event: WorkspaceEvent): void {
    for (const heard of this.#listeners) heard(event)
  }

  /** These rows were handed over whole: they are news no more. */
  known(rows: readonly Row[]): void {
    for (const row of rows) this.#told.set(row.path, JSON.stringify(row))
  }

  /** These rows may have changed. */
  rows(paths: Iterable<string>): void {
    for (const path of paths) this.#waiting.add(path)
    if (this.#waiting.size > 0) this.#timer ??= setTimeout(() => this.#tell(), TELL_AFTER_MS)
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#listeners.clear()
  }

  #tell(): void {
    this.#timer = undefined
    const changed: Row[] = []
    const removed: string[] = []
    for (const path of this.#waiting) {
      const row = this.#rowOf(path)
      if (!row) {
        if (this.#told.delete(path)) removed.push(path)
        continue
      }
      const said = JSON.stringify(row)
      if (this.#told.get(path) === said) continue
      this.#told.set(path, said)
      changed.push(row)
    }
    this.#waiting.clear()
    if (changed.length > 0 || removed.length > 0) this.say({ kind: 'rows', changed, removed })
  }
}
