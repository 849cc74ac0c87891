import * as z from 'zod'
import { fieldNames } from '../article/metadata.ts'
import { Notice, Ticket } from './shapes.ts'

/*
 * Taking files of many articles apart, as it crosses the bridge. Such a file is
 * named by a ticket as long as it is open; opening another one closes it.
 */

/** So many columns of a table are shown. */
export const MAX_COLUMNS = 1_000
/** Of a cell, so many characters are shown. */
export const MAX_CELL_CHARACTERS = 1_000
/** So many articles, and so many troubles, are told by name; the others are counted. */
export const MAX_UNPACKED_NAMED = 200

const line = z.string().max(1_000)
const count = z.int().nonnegative()
const cell = z.string().max(MAX_CELL_CHARACTERS)
const column = z.array(z.int().nonnegative()).max(MAX_COLUMNS).exactOptional()

/** Which column of a table holds what, by its place from 0. */
export const ColumnMap = z.strictObject({
  ...{ text: column, key: column },
  ...(Object.fromEntries(fieldNames.map(name => [name, column])) as Record<(typeof fieldNames)[number], typeof column>),
})

export const OpenedArchive = z.strictObject({
  archive: Ticket,
  /** The file's name, without a folder. */
  file: line,
  /** Which of the words for kinds names what it is. */
  kind: z.string().max(64),
  /** A table's columns, its first rows, and what each column most likely holds; null for what is no table. */
  columns: z
    .strictObject({
      names: z.array(cell).max(MAX_COLUMNS),
      rows: z.array(z.array(cell).max(MAX_COLUMNS)).max(50),
      guess: ColumnMap,
    })
    .nullable(),
})

/** Counts are of articles, lengths in bytes. `fresh` aren't there yet, or were written. */
const counts = {
  ...{ found: count, fresh: count, there: count, differing: count, unread: count },
  ...{ reached: count, byteLength: count },
}

/** What was found in an archive and can't be read, by the name that it has there. */
const Unreadable = z.strictObject({ name: line, problem: Notice })

/** The first articles, in the archive's order. */
const Articles = z
  .array(
    z.strictObject({
      state: z.enum(['new', 'there', 'differs']),
      ...{ title: line, outlet: line, published: line, section: line },
      /** What it is called in the archive, and how it begins. */
      ...{ name: line, lead: line },
    }),
  )
  .max(MAX_UNPACKED_NAMED)

export const Survey = z.strictObject({
  ...counts,
  articles: Articles,
  unreadable: z.array(Unreadable).max(MAX_UNPACKED_NAMED),
  /** Why nothing could be read from some place on; null where all of it could. */
  problem: Notice.nullable(),
  isCancelled: z.boolean(),
})

export const UnpackDone = z.strictObject({
  ...counts,
  /** The first articles that were written; paths inside the workspace. */
  written: z.array(z.strictObject({ article: Ticket, path: z.string().max(4096) })).max(MAX_UNPACKED_NAMED),
  /** Those that are there with another text. */
  differ: z.array(z.string().max(4096)).max(MAX_UNPACKED_NAMED),
  unreadable: z.array(Unreadable).max(MAX_UNPACKED_NAMED),
  /** What stopped it: the archive from some place on, or the disk. */
  problem: Notice.nullable(),
  isCancelled: z.boolean(),
})

/** How far it is; once, soon after the beginning, with the first articles. */
export const UnpackProgress = z.strictObject({ archive: Ticket, ...counts, articles: Articles.exactOptional() })

const workspace = Ticket
const archive = Ticket

export const unpacking = {
  /** A dialog, and the file of many articles that the person chooses; null when they close the dialog. */
  'unpack.choose': { input: z.strictObject({ workspace }), output: OpenedArchive.nullable() },
  /** A file of the workspace that holds many articles. */
  'unpack.open': { input: z.strictObject({ article: Ticket }), output: OpenedArchive },
  /** Looks through all of it and writes nothing; how far it is, is told. Without columns those that are guessed are meant. */
  'unpack.survey': { input: z.strictObject({ archive, columns: ColumnMap.nullable() }), output: Survey },
  /** Writes what isn't in the workspace yet, into a folder of it; '' is its top. How far it is, is told. */
  'unpack.write': {
    input: z.strictObject({
      archive,
      columns: ColumnMap.nullable(),
      folder: z.string().max(1_000),
      pattern: z.string().max(200),
      /** Whether an article that is there with another text gets a file of its own beside it. */
      differing: z.boolean(),
    }),
    output: UnpackDone,
  },
  /** Stops what is under way, which then answers with what was done. */
  'unpack.cancel': { input: z.strictObject({ archive }), output: z.null() },
  'unpack.close': { input: z.strictObject({ archive }), output: z.null() },
} as const
