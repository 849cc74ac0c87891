import type { Article, Block } from '../article/article.ts'

/**
 * A way to turn a file into an article.
 *
 * Readers are pure: bytes in, article out, no disk, no clock, no network. They
 * run in a worker with a deadline and a heap limit, so they may assume a
 * hostile file. Some of them have to wait for a library of theirs.
 */
export interface Importer {
  /** With the version of its rules, for instance `plain-text/1`. */
  readonly id: string
  readonly title: string
  /** Lower case, without the dot. */
  readonly extensions: readonly string[]
  /** Whether a file is text in an encoding, which a person may choose; else it says itself what its characters are. */
  readonly hasEncoding?: boolean
  /** Throws a Problem where the bytes can't be read. `encoding` is what a person chose in place of a guess, by a name in `encodings`. */
  read(bytes: Uint8Array, encoding?: string): Article | Promise<Article>
  /** The text alone, for whoever looks through very many files, where that costs less than reading. Throws what `read` throws. */
  skim?(bytes: Uint8Array, encoding?: string): Skimmed
}

/** An article's text; its blocks, which cost more, are found when they are asked for. */
export interface Skimmed {
  readonly text: string
  blocks(): readonly Block[]
}
