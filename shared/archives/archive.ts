import type { Metadata } from '../article/metadata.ts'
import type { ProblemNotice } from '../problems/problem.ts'

/**
 * A kind of file that holds many articles: a database's download, a table, a
 * feed. It is taken apart once, into a file for each article.
 *
 * Like importers, these are pure and run in the worker with a deadline and a
 * heap limit, so they may assume a hostile file.
 */
export interface Archive {
  /** With the version of its rules, for instance `nexis-text/1`. */
  readonly id: string
  /** Which of the words in `en.ts` name it. */
  readonly title: string
  /** Lower case, without the dot. Several kinds share some; then the first that recognises a file has it. */
  readonly extensions: readonly string[]
  /** Whether a file is of this kind, by its name and its first bytes, 64 KiB of them at most. */
  recognises(head: Uint8Array, name: string): boolean
  /** Only tables have them: its columns, and what each of them most likely is. Throws a Problem where the file can't be read. */
  columns?(source: ByteSource): Promise<Columns>
  /**
   * What it holds, in order, bit by bit, so that whoever asks can stop. One
   * article that can't be read is told of in its place and spoils no other.
   * Throws a Problem where nothing can be read, or nothing from there on.
   */
  articles(source: ByteSource, meant?: ColumnMap): AsyncIterable<Unpacked>
}

/** A file that may be too large to be held at once. */
export interface ByteSource {
  /** Without a folder. */
  readonly name: string
  readonly byteLength: number
  /** The bytes from `start` to before `end`, or to the end of the file. */
  slice(start: number, end?: number): Promise<ArrayBuffer>
}

/** One article, or what is known of one that can't be read. */
export type Unpacked =
  | UnpackedArticle
  | { readonly kind: 'unread'; readonly key: string; readonly problem: ProblemNotice }

export interface UnpackedArticle {
  readonly kind: 'article'
  /**
   * What it is known by when the same archive, or a later one with more in it,
   * is unpacked again: the database's own number where there is one, an
   * address, or what it says. Two articles of one archive have different keys.
   */
  readonly key: string
  /** What the archive says of it, `by: 'archive'`. */
  readonly metadata: Metadata
  /** A text of paragraphs with a blank line between, or a file as it stood in the archive. */
  readonly content: { readonly text: string } | { readonly bytes: Uint8Array; readonly extension: string }
  /** The name that it had in the archive, without a folder and its extension. */
  readonly name?: string
  /** The `id` of the kind that its key belongs to, where it stood in an archive of its own inside this one. */
  readonly format?: string
}

/** A table's columns in order, with its first rows to show, and a guess at what each column is. */
export interface Columns {
  readonly names: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly guess: ColumnMap
}

/** Which column holds what, by its place from 0. `text` and `title` may take several, joined in that order. What isn't named is left out. */
export type ColumnMap = Readonly<Partial<Record<'text' | 'key' | keyof Metadata, readonly number[]>>>
