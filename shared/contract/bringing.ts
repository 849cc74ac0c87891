import * as z from 'zod'
import { untakenWhys } from '../dataset/format.ts'
import { isTagMap } from '../dataset/map/mapFile.ts'
import { mappedWhys, type TagMap } from '../dataset/map/tagMap.ts'
import { Notice, Ticket } from './shapes.ts'

/*
 * Bringing in what others annotated, as it crosses the bridge. The file or
 * folder is named by a ticket as long as it is open; opening another one closes
 * it. Lists hold the first entries, and beside each stands how many there are.
 */

/** So many tags, attributes, types of links and layers are named. */
export const MAX_BROUGHT_NAMED = 2_000
/** So many values of one attribute are. */
export const MAX_BROUGHT_VALUES = 200
/** So many troubles are told one by one; the report has all of them. */
export const MAX_BROUGHT_TROUBLES = 200
/** More of a report than anybody copies; the rest is in the saved one. */
export const MAX_REPORT_CHARACTERS = 1_000_000

const line = z.string().max(1_000)
const name = z.string().min(1).max(1_000)
const count = z.int().nonnegative()
const path = z.string().max(4096)
const counts = z.array(z.tuple([name, count])).max(MAX_BROUGHT_NAMED)
const ids = z.array(line).max(MAX_BROUGHT_NAMED)

/** See `TagMap`. */
const BroughtMap = z.custom<TagMap>(isTagMap)

export const Brought = z.strictObject({
  brought: Ticket,
  /** Its name, without the folder that it is in. */
  file: line,
  isFolder: z.boolean(),
  /** Ids of the formats that it may be in. */
  likely: z.array(z.string().max(64)).max(100),
  /** Every format that is read; and whether patterns may say where its texts and annotations stand. */
  formats: z.array(z.strictObject({ id: z.string().max(64), takesPatterns: z.boolean() })).max(100),
})

/** What couldn't be taken, or was taken though it is damaged. */
const Untaken = z.strictObject({
  file: path,
  /** Counted from 1. */
  line: count.nullable(),
  what: line,
  why: z.enum(untakenWhys),
  detail: line,
  isTaken: z.boolean(),
})

/** What the map took away, or said otherwise. */
const Away = z.strictObject({ path, annotator: line, why: z.enum(mappedWhys), what: line })

export const BringLooked = z.strictObject({
  ...{ articles: count, annotations: count, links: count },
  /** Articles that aren't in the workspace, that are with this very text, and with another one. */
  standing: z.strictObject({ fresh: count, there: count, 'other-text': count }),
  layers: z
    .array(z.strictObject({ called: line, id: z.string().max(64), articles: count, annotations: count, links: count }))
    .max(MAX_BROUGHT_NAMED),
  layerCount: count,
  /** As the files have it: by name, with how often. */
  found: z.strictObject({
    tags: counts,
    links: counts,
    attributes: z
      .array(
        z.strictObject({
          name,
          count,
          values: z.array(z.tuple([z.string().max(1_000), count])).max(MAX_BROUGHT_VALUES),
        }),
      )
      .max(MAX_BROUGHT_NAMED),
    /** Events by their tag, with their roles. */
    frames: z.array(z.strictObject({ tag: name, roles: counts })).max(MAX_BROUGHT_NAMED),
  }),
  /** The map that was used: the one that was asked for, else the one that is proposed. */
  map: BroughtMap,
  /** As the map has it. */
  comes: z.strictObject({ tags: counts, links: counts }),
  examples: z
    .array(z.strictObject({ path, annotator: line, tag: line, quote: line, before: line, after: line }))
    .max(MAX_BROUGHT_TROUBLES),
  untaken: z.strictObject({
    groups: z
      .array(z.strictObject({ why: z.enum(untakenWhys), isTaken: z.boolean(), count }))
      .max(untakenWhys.length * 2),
    first: z.array(Untaken).max(MAX_BROUGHT_TROUBLES),
    count,
  }),
  away: z.strictObject({
    groups: z.array(z.strictObject({ why: z.enum(mappedWhys), count })).max(mappedWhys.length),
    first: z.array(Away).max(MAX_BROUGHT_TROUBLES),
    count,
  }),
  /** What would be added to the codebook, by id, and to the register. */
  adds: z.strictObject({ tags: ids, attributes: ids, links: ids, entities: count }),
  /** Why nothing could be read from some place on. */
  problem: Notice.nullable(),
})

export const BringDone = z.strictObject({
  ...{ written: count, there: count, layers: count, layersThere: count, annotations: count, links: count },
  notImported: z.strictObject({
    first: z
      .array(
        z.strictObject({
          path,
          annotator: line.nullable(),
          why: z.enum(['other-text', 'layer-there', 'problem']),
          problem: Notice.nullable(),
        }),
      )
      .max(MAX_BROUGHT_TROUBLES),
    count,
  }),
  problem: Notice.nullable(),
  isCancelled: z.boolean(),
  /** An article with a layer that was written, to be opened. */
  article: Ticket.nullable(),
  /** Files that were made, and can be taken back. */
  made: count,
})

/** Files that were put away, and those that stay. */
export const BringTakenBack = z.strictObject({
  put: count,
  kept: z.strictObject({
    first: z
      .array(z.strictObject({ path, why: z.enum(['changed', 'in-use', 'gone', 'problem']) }))
      .max(MAX_BROUGHT_TROUBLES),
    count,
  }),
  /** The folder inside the workspace where they are now. */
  folder: path,
})

/** `done` of `all` articles are read or written; `all` is 0 while nobody knows. */
export const BringProgress = z.strictObject({ brought: Ticket, done: count, all: count })

const brought = Ticket
const patterns = z.strictObject({ text: line, annotations: line })

export const bringing = {
  /** A dialog, and the file or folder that the person chooses; null when they close the dialog. */
  'bring.choose': {
    input: z.strictObject({ workspace: Ticket, what: z.enum(['file', 'folder']) }),
    output: Brought.nullable(),
  },
  /** Reads all of it and writes nothing; how far it is, is told. Without a map one is proposed. Refused with `stopped` where it was cancelled. */
  'bring.look': {
    input: z.strictObject({
      brought,
      format: z.string().max(64),
      /** Whose annotations they are, where the files don't say it. */
      annotator: z.string().trim().min(1).max(200),
      patterns: patterns.nullable(),
      map: BroughtMap.nullable(),
    }),
    output: BringLooked,
  },
  /** Writes what was looked at last; what is there already stays. How far it is, is told. */
  'bring.write': { input: z.strictObject({ brought }), output: BringDone },
  /** Puts the files that were made out of the way, those that nobody has touched or used since. */
  'bring.takeBack': { input: z.strictObject({ brought }), output: BringTakenBack },
  /** A dialog, and the map in the file that the person chooses. */
  'bring.loadMap': {
    input: z.strictObject({ brought }),
    output: z.strictObject({ file: line, map: BroughtMap }).nullable(),
  },
  /** A dialog, and the file's name once the map stands in it. */
  'bring.saveMap': { input: z.strictObject({ brought, map: BroughtMap }), output: line.nullable() },
  /** What was found and what was done, in words; long ones are cut. */
  'bring.report': { input: z.strictObject({ brought }), output: z.string().max(MAX_REPORT_CHARACTERS + 1_000) },
  /** A dialog, and the file's name once the whole report stands in it. */
  'bring.saveReport': { input: z.strictObject({ brought }), output: line.nullable() },
  /** Stops what is under way; what was written until then stays. */
  'bring.cancel': { input: z.strictObject({ brought }), output: z.null() },
  'bring.close': { input: z.strictObject({ brought }), output: z.null() },
} as const
