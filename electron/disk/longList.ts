import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { textLines } from '../../shared/dataset/textLines.ts'
import type { Disk, OpenFile } from './disk.ts'
import { writeAll } from './draft.ts'
import { explain } from './explain.ts'

/** So many items wait in memory before they go to the disk. */
const HELD = 1_000
/** Bytes that are read back at once. */
const STRETCH = 256 * 1024

/**
 * A list that may grow as long as the work that it is of: only the last items
 * are in memory, the others stand in a file without a name. Items are what JSON
 * can say. It can be gone through as often as one likes, until it is let go.
 */
export class LongList<T> implements AsyncIterable<T> {
  readonly #disk: Disk
  readonly #folder: string
  #held: T[] = []
  #length = 0
  #file: OpenFile | null = null
  #size = 0
  /** Set only where a file that is open can't lose its name. */
  #named: string | null = null

  /** `folder` is where its file goes once it needs one: absolute, and there. */
  constructor(disk: Disk, folder: string) {
    this.#disk = disk
    this.#folder = folder
  }

  get length(): number {
    return this.#length
  }

  /** Throws the Problem by which the disk refuses them. */
  async add(items: readonly T[]): Promise<void> {
    for (const item of items) this.#held.push(item)
    this.#length += items.length
    if (this.#held.length < HELD) return
    const bytes = new TextEncoder().encode(this.#held.map(item => `${JSON.stringify(item)}\n`).join(''))
    try {
      this.#file ??= await this.#begin()
      await writeAll(this.#file, bytes, this.#size)
    } catch (error) {
      explain(error)
    }
    this.#size += bytes.byteLength
    this.#held = []
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for await (const { words } of textLines(this.#stretches())) yield JSON.parse(words) as T
    yield* this.#held
  }

  /** Lets its file go. It is empty then. */
  async close(): Promise<void> {
    const file = this.#file
    this.#file = null
    this.#held = []
    this.#length = 0
    this.#size = 0
    await file?.close().catch(() => {})
    if (this.#named !== null) await this.#disk.rm(this.#named, { force: true }).catch(() => {})
  }

  async #begin(): Promise<OpenFile> {
    const draft = join(this.#folder, `.stet-${randomUUID()}.draft`)
    const file = await this.#disk.open(draft, 'wx+')
    // Without a name it goes with the process, however that ends.
    await this.#disk.rm(draft).catch(() => {
      this.#named = draft
    })
    return file
  }

  async *#stretches(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < this.#size; ) {
      const bytes = new Uint8Array(Math.min(STRETCH, this.#size - at))
      const { bytesRead } = await this.#file!.read(bytes, 0, bytes.length, at)
      if (bytesRead === 0) return
      at += bytesRead
      yield bytes.subarray(0, bytesRead)
    }
  }
}
