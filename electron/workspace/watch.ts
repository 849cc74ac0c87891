import { type FSWatcher, watch } from 'node:fs'
import { basename, join } from 'node:path'

/** The names in a folder that something happened to; null where the system didn't say which, or there are too many. */
export type Stirred = ReadonlyMap<string, ReadonlySet<string> | null>

export interface WatchChoices {
  /** What happened since the last time, by folder. The next call waits until this one is done. */
  readonly stirred: (folders: Stirred) => Promise<void>
  /** Called at intervals instead, once the system watches no more folders. */
  readonly look: () => Promise<void>
  /** Told once, when that happens, with the system's code. */
  readonly unwatchable: (code: string) => void
  /** Changes are told after a rest of so long. */
  readonly restMs?: number
  /** Without a rest they are told after this all the same. */
  readonly atMostMs?: number
  readonly lookEveryMs?: number
  /** The system's own `watch`, unless a test brings one that fails. */
  readonly watchFolder?: typeof watch
}

/** More names than this in one folder, and looking at the whole folder is no dearer. */
const MANY = 500

/**
 * Notices what happens in folders. Folders are watched, never files: a file's
 * watch dies at the first rename. What it tells is only where to look.
 */
export class Watch {
  readonly #root: string
  readonly #choices: Required<WatchChoices>
  readonly #watchers = new Map<string, FSWatcher>()
  #pending = new Map<string, Set<string> | null>()
  #firstAt = 0
  #timer: NodeJS.Timeout | undefined
  #looking: NodeJS.Timeout | undefined
  #isTelling = false
  #isClosed = false

  constructor(root: string, choices: WatchChoices) {
    this.#root = root
    this.#choices = { restMs: 120, atMostMs: 1000, lookEveryMs: 4000, watchFolder: watch, ...choices }
  }

  /** Watches a folder too, from before it is listed, so that nothing is missed in between. Paths are inside the root, '' is the root itself. */
  enter(folder: string): void {
    if (!this.#watchers.has(folder)) this.#add(folder)
  }

  /** Watches none but these any more. */
  keepOnly(folders: ReadonlySet<string>): void {
    for (const folder of [...this.#watchers.keys()]) if (!folders.has(folder)) this.#drop(folder)
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    clearTimeout(this.#looking)
    for (const folder of [...this.#watchers.keys()]) this.#drop(folder)
  }

  #add(folder: string): void {
    if (this.#isClosed || this.#looking) return
    try {
      const absolute = join(this.#root, folder)
      const watcher = this.#choices.watchFolder(absolute, { persistent: false }, (event, name) => {
        // A folder that is removed or moved tells its own name. A watch follows the folder, and we want the place.
        if (event === 'rename' && name === basename(absolute)) {
          this.#drop(folder)
          this.#stir(folder, null)
        }
        this.#stir(folder, typeof name === 'string' ? name : null)
      })
      watcher.on('error', error => this.#failed(folder, error))
      this.#watchers.set(folder, watcher)
    } catch (error) {
      this.#failed(folder, error as NodeJS.ErrnoException)
    }
  }

  #drop(folder: string): void {
    const watcher = this.#watchers.get(folder)
    this.#watchers.delete(folder)
    watcher?.removeAllListeners()
    // Closing may still raise an error of a folder that is gone.
    watcher?.on('error', () => {})
    watcher?.close()
  }

  #failed(folder: string, error: NodeJS.ErrnoException): void {
    this.#drop(folder)
    if (this.#isClosed) return
    // Out of watches, out of files: it would be so for the next folder too.
    if (/^(ENOSPC|EMFILE|ENFILE|ENOSYS|ENOMEM)$/.test(error.code ?? '')) this.#fallBack(error.code ?? '')
    else this.#stir(folder, null)
  }

  #fallBack(code: string): void {
    if (this.#looking) return
    for (const folder of [...this.#watchers.keys()]) this.#drop(folder)
    this.#lookLater()
    this.#choices.unwatchable(code)
  }

  #lookLater(): void {
    this.#looking = setTimeout(async () => {
      await this.#choices.look()
      if (!this.#isClosed) this.#lookLater()
    }, this.#choices.lookEveryMs).unref()
  }

  #stir(folder: string, name: string | null): void {
    if (this.#isClosed) return
    const names = this.#pending.get(folder)
    if (name === null) this.#pending.set(folder, null)
    else if (names === undefined) this.#pending.set(folder, new Set([name]))
    else if (names !== null && names.add(name).size > MANY) this.#pending.set(folder, null)
    this.#tellLater()
  }

  #tellLater(): void {
    const { restMs, atMostMs } = this.#choices
    const now = performance.now()
    if (this.#timer === undefined) this.#firstAt = now
    clearTimeout(this.#timer)
    const wait = Math.max(0, Math.min(restMs, this.#firstAt + atMostMs - now))
    this.#timer = setTimeout(() => void this.#tell(), wait).unref()
  }

  async #tell(): Promise<void> {
    this.#timer = undefined
    if (this.#isTelling) return
    this.#isTelling = true
    const told = this.#pending
    this.#pending = new Map()
    try {
      await this.#choices.stirred(told)
    } finally {
      this.#isTelling = false
      if (this.#pending.size > 0 && !this.#isClosed) this.#tellLater()
    }
  }
}
