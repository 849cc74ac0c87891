import type { Unit } from '../text/ruler.ts'
import type { DatasetArticle, DatasetHead, DatasetLayer } from './dataset.ts'
import type { Feature } from './features.ts'
import type { Shard } from './splits/shard.ts'

/** What a format can say of a feature: all of it, nothing, or what is made of it, of which a person chooses one; the first is taken unless they do. */
export type Saying = 'whole' | 'lost' | readonly Fitting[]

/** What can be made of annotations that a format can't say as they are. */
export const fittings = [
  'keep-longest',
  'keep-shortest',
  'keep-first',
  'hull',
  'parts',
  'first-part',
  'grow',
  'trim',
  'drop',
  'words',
] as const
/**
 * Of annotations that meet the longest, the shortest or the first is kept. A
 * discontinuous one becomes the stretch from its first to its last character,
 * one annotation a part, or its first part. One that cuts words grows to whole
 * words; of one with white space at an end that is left out. `drop` leaves it out. `words`: values are written as words.
 */
export type Fitting = (typeof fittings)[number]

/** What a format can say, feature by feature. The loss report, the receipt and the round-trip tests read nothing else. */
export type Says = Readonly<Record<Feature, Saying>>

/** What was chosen for one export. */
export interface WriteChoices {
  readonly unit: Unit
  /** Whether the articles' texts are written; true for a format in which they can't be left out. */
  readonly withText: boolean
  readonly fittings: Readonly<Partial<Record<Feature, Fitting>>>
  /** Further choices of one format, by name; each format says in `options` which it knows. */
  readonly options: Readonly<Record<string, string>>
  /** The part of the articles that this is, where several processes write one dataset: formats whose parts are put together name their files by it. */
  readonly shard?: Shard
  /** Families of near-duplicates that the split kept whole, and how many articles those have; where it is known, a dataset's card says so. */
  readonly families?: { readonly count: number; readonly articles: number }
}

/** A choice that one format has beside those that all have. */
export interface FormatOption {
  readonly name: string
  /** The first is taken unless another is chosen; none: any words, '' unless some are said. */
  readonly values: readonly string[]
}

/** A part of a file that is being written: it goes to the end of what the file has so far. */
export interface Part {
  /** Inside the folder that is written, with `/`; '' for a format that is one file. */
  readonly file: string
  readonly data: string | Uint8Array
  /** What a person should know of it. */
  readonly told?: readonly Told[]
}

/** Why a cell of a table is told of: a spreadsheet would run it; it wouldn't, since an apostrophe was put before it; it is longer than a cell can be, and goes on elsewhere; an annotation is no row of the table, and not in it; or what somebody wrote about the work is in it as it was written. */
export const toldWhys = ['would-run', 'made-words', 'goes-on', 'no-row', 'own-words'] as const
export type ToldWhy = (typeof toldWhys)[number]

/** Something that is written as it is, or so that it is read back as it is, and that a person should know of all the same. */
export interface Told {
  readonly file: string
  /** Counted from 1, the line of names being the first; 0 for what is no row. */
  readonly row: number
  /** The name of the column; for what is no row, the annotator. */
  readonly column: string
  /** What stands there, shortened. */
  readonly words: string
  readonly why: ToldWhy
}

/** Writes one dataset, an article at a time, and holds no more of it than the format makes it. */
export interface Writer {
  begin(): Iterable<Part>
  add(article: DatasetArticle): Iterable<Part>
  end(): Iterable<Part>
}

/** Files that are read: those of a folder, or the one with the name ''. */
export interface ReadFiles {
  /** Every name, with `/`, sorted by code unit. */
  readonly names: readonly string[]
  /** The whole of one. Throws a Problem where it can't be read. */
  bytes(name: string): Promise<Uint8Array>
  /** One in parts, for what may be larger than memory. */
  parts(name: string): AsyncIterable<Uint8Array>
  /** One to be read here and there, for what may be larger than memory; whoever asks closes it. */
  source(name: string): ReadSource
}

/** A file that is read here and there. */
export interface ReadSource {
  readonly byteLength: number
  /** The bytes from `start` to before `end`, or to the end of the file. */
  slice(start: number, end?: number): Promise<ArrayBuffer>
  close(): void
}

/** What a reader needs to be told, where the files leave it open. */
export interface ReadChoices {
  /** Whose annotations they are, where the files don't say it. */
  readonly annotator: string
  /** The unit that offsets count, where it is known; else the one is taken in which every quote stands at its place. */
  readonly unit?: Unit
  /** Where texts and annotation files stand, as `PathPattern`s, for formats in which they are files of their own; else as the format usually has them. */
  readonly patterns?: { readonly text: string; readonly annotations: string }
  /** The text of an article by its path or file name, for annotations whose file has none; null where there is no such article. */
  readonly textOf: (name: string) => Promise<string | null>
}

/** An article as it was read; what a format doesn't say is left out or empty. */
export interface ReadArticle extends Omit<DatasetArticle, 'layers'> {
  /** The file that it was read from. */
  readonly file: string
  /** The file has no text: it was put together out of its words, with one space between them and a line a sentence. */
  readonly rebuilt?: true
  readonly layers: readonly DatasetLayer[]
  /** What its annotations refer to, where the format says more of it than an id. */
  readonly entities?: readonly ReadEntity[]
}

export interface ReadEntity {
  readonly id: string
  readonly name: string
  readonly kind?: string
  readonly externalIds?: Readonly<Record<string, string>>
}

/** Why something in a file could not be taken. */
export const untakenWhys = [
  'malformed',
  'outside-text',
  'other-words',
  'end-missing',
  'unknown-kind',
  'no-text',
  'no-annotation',
  'not-labelled',
  'twice',
  'no-words',
] as const
export type UntakenWhy = (typeof untakenWhys)[number]

/** Something that could not be taken: nothing is dropped in silence. */
export interface Untaken {
  readonly file: string
  /** Counted from 1; null where a file has no lines. */
  readonly line: number | null
  /** What stands there, shortened: a line, an id, a path of keys. */
  readonly what: string
  readonly why: UntakenWhy
  /** More of it, in the file's own terms; '' for nothing. */
  readonly detail: string
  /** It was taken all the same: it is damaged, or not as the format has it, but what was meant is certain. */
  readonly taken?: true
}

export type ReadItem =
  | { readonly kind: 'article'; readonly article: ReadArticle }
  | { readonly kind: 'untaken'; readonly untaken: Untaken }

/** A format of other programs. Pure: bytes in and out, no disk. */
export interface Format {
  /** For `--format` and for files that name it. */
  readonly id: string
  /** How its files end, without the dot, the first being what is written. */
  readonly extensions: readonly string[]
  /** Whether a dataset becomes one file, or a folder of them. */
  readonly makes: 'file' | 'folder'
  readonly says: Says
  /** What offsets may count, the usual one first; empty where the format has none (it counts tokens). */
  readonly units: readonly Unit[]
  /** Whether it makes sense without the articles' texts; a reader then needs `textOf`. */
  readonly canLeaveTextOut: boolean
  /** Whether ids come back as they were; false where the format has its own. */
  readonly keepsIds: boolean
  /** Texts and annotations are files of their own, and `ReadChoices.patterns` may say where they stand. */
  readonly takesPatterns?: true
  readonly options?: readonly FormatOption[]
  /** Readers by others that have read what we write, in the version that did, for people to know; none yet: they are told so. */
  readonly readBy: readonly string[]
  /** Those of `readBy` that read it in the tests, so whenever the program changes; the others did so once, by hand. */
  readonly readInTests?: readonly string[]
  /** Left out where the format is only read. */
  readonly write?: (head: DatasetHead, choices: WriteChoices) => Writer
  /** What is written is a view of the work, from which the work can't be read again: it isn't compared with what is read. */
  readonly isView?: true
  /** Left out where the format is only written; then there is no receipt of reading back. */
  readonly read?: (files: ReadFiles, choices: ReadChoices) => AsyncIterable<ReadItem>
  /** Whether bytes that a file begins with (some 4 KiB) look like this format, for `auto`; '' where only the ending tells. */
  readonly looksLike?: (begin: string, name: string) => boolean
}

/** Everything can be said but what colleagues wrote about the work: the table of a format begins with it and names what is otherwise. */
export const saysAll: Says = {
  annotations: 'whole',
  text: 'whole',
  metadata: 'whole',
  zones: 'whole',
  status: 'whole',
  overlap: 'whole',
  crossing: 'whole',
  discontinuous: 'whole',
  'cut-words': 'whole',
  'space-at-ends': 'whole',
  'across-sentences': 'whole',
  attributes: 'whole',
  'several-answers': 'whole',
  'typed-values': 'whole',
  entities: 'whole',
  notes: 'whole',
  links: 'whole',
  'links-to-entities': 'whole',
  'links-to-author': 'whole',
  'link-attributes': 'whole',
  cues: 'whole',
  frames: 'whole',
  discussion: 'lost',
  'control-characters': 'whole',
}
