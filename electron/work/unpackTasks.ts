import type { Archive, ColumnMap, Columns, Unpacked, UnpackedArticle } from '../../shared/archives/archive.ts'
import { asText } from '../../shared/archives/asText.ts'
import { archiveFor, HEAD_BYTES } from '../../shared/archives/index.ts'
import {
  type Field,
  type FieldName,
  fieldNames,
  isFieldValue,
  LONGEST_FIELD,
  type Metadata,
} from '../../shared/article/metadata.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { ArchiveFile } from './archiveFile.ts'
import { orNotice } from './notice.ts'
import { readArticle, sha256Of } from './readArticle.ts'
import { type Before, UnpackedBefore, type WithFacts } from './unpackedBefore.ts'

/** A file of many articles as it was opened. */
export interface OpenedArchive {
  /** The kind's `id`, with the version of its rules. */
  readonly format: string
  /** Which of the words in `en.ts` name the kind. */
  readonly title: string
  readonly byteLength: number
}

/** What a reading is for: to say what there is, or to write it. */
export interface Reading {
  readonly meant: ColumnMap | null
  readonly isSurvey: boolean
  /** Whether an article whose text differs from what is there comes once more. */
  readonly differing: boolean
}

/** One article as it comes out, as far as it is told without its text. */
export interface FoundIn {
  readonly key: string
  readonly format: string
  readonly metadata: Metadata
  /** SHA-256 of what the archive gave. */
  readonly content: string
  /** The name that it had in the archive; '' for none. */
  readonly name: string
  /** Its first words, for one without a title. */
  readonly lead: string
}

/** An article's file as it is to be written. */
export interface FileToWrite {
  readonly bytes: Uint8Array
  readonly extension: string
  readonly sha256: string
  readonly textSha256: string
  /** In code points. */
  readonly textLength: number
  readonly encoding: string
  readonly reader: string
}

/** What a batch tells, item by item. */
export type Item =
  /** It isn't in the workspace. `file` is null in a survey; `waits` is where facts of it wait for just these bytes. */
  | (FoundIn & { readonly kind: 'new'; readonly file: FileToWrite | null; readonly waits: string | null })
  /** It is there, with the same words or with others; or it came before in this very archive. `path` is null for that. */
  | (FoundIn & { readonly kind: 'there' | 'differs'; readonly path: string | null; readonly file: FileToWrite | null })
  | { readonly kind: 'unread'; readonly key: string; readonly problem: ProblemNotice }

export interface Batch {
  readonly items: readonly Item[]
  /** How far the file has been read, in bytes. */
  readonly reached: number
  readonly isEnd: boolean
  /** Why nothing could be read from there on. */
  readonly problem: ProblemNotice | null
}

/** A batch ends after so long, so many articles or so many bytes, whatever comes first. */
const BATCH_MS = 200
const BATCH_ARTICLES = 200
const BATCH_BYTES = 8 * 1024 * 1024
const LEAD_CHARACTERS = 200

/** Taking one file of many articles apart, in a worker of its own: what it is, and its articles, bit by bit. */
export function makeUnpackTasks() {
  let file: ArchiveFile
  let kind: Archive
  let before = new UnpackedBefore()
  let reading: { readonly how: Reading; readonly articles: AsyncIterator<Unpacked> }

  return {
    /** `path` is absolute and real. Throws Problem `no-reader` for a file that is of no kind that holds many articles. */
    async open({ path }: { readonly path: string }): Promise<OpenedArchive> {
      file = new ArchiveFile(path)
      const head = new Uint8Array(await file.slice(0, HEAD_BYTES))
      const found = archiveFor(head, file.name)
      if (!found) {
        file.close()
        throw new Problem('no-reader', 'It is no file of many articles that is known.')
      }
      kind = found
      return { format: kind.id, title: kind.title, byteLength: file.byteLength }
    },

    /** A table's columns; null for what is no table. */
    columns: async (_: null): Promise<Columns | null> => (await kind.columns?.(file)) ?? null,

    /** Forgets what was known to be in the workspace. */
    forget(_: null): null {
      before = new UnpackedBefore()
      return null
    },

    /** Learns from the facts of some articles what was unpacked before; resolves to how much is known. */
    know({ root, articles }: { readonly root: string; readonly articles: readonly WithFacts[] }): number {
      before.read(root, articles)
      return before.count
    },

    /** Begins with the first article, once more. */
    begin(how: Reading): null {
      file.reached = 0
      reading = { how, articles: kind.articles(file, how.meant ?? undefined)[Symbol.asyncIterator]() }
      return null
    },

    async next(_: null): Promise<Batch> {
      const until = performance.now() + BATCH_MS
      const items: Item[] = []
      let bytes = 0
      try {
        while (items.length < BATCH_ARTICLES && bytes < BATCH_BYTES && performance.now() < until) {
          const { done, value } = await reading.articles.next()
          if (done) return { items, reached: file.byteLength, isEnd: true, problem: null }
          const item = await itemOf(value, kind.id, reading.how, before)
          items.push(item)
          if (item.kind !== 'unread') bytes += item.file?.bytes.byteLength ?? 0
        }
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        return { items, reached: file.reached, isEnd: true, problem: { kind: error.kind, detail: error.detail } }
      }
      return { items, reached: file.reached, isEnd: false, problem: null }
    },
  }
}

export type UnpackTasks = ReturnType<typeof makeUnpackTasks>

async function itemOf(one: Unpacked, kindId: string, how: Reading, before: UnpackedBefore): Promise<Item> {
  if (one.kind === 'unread') return one
  const metadata = cleaned(one.metadata)
  const { key, content, format = kindId } = one
  const found: FoundIn = {
    ...{ key, format, metadata, name: (one.name ?? '').slice(0, LEAD_CHARACTERS), lead: leadOf(content) },
    content: sha256Of('text' in content ? content.text : content.bytes),
  }
  const known = before.of(format, key)
  const there = known.find(({ isThere, content }) => isThere && (content === null || content === found.content))
  if (there) return { ...found, kind: 'there', path: pathOf(there), file: null }
  // Of two in one archive, neither is what was there before.
  const other = known.find(({ isThere, path }) => isThere && path !== '')
  if (other && !how.differing) return { ...found, kind: 'differs', path: pathOf(other), file: null }
  const file = how.isSurvey ? null : await orNotice(() => fileOf(metadata, content))
  if (file && 'kind' in file) return { kind: 'unread', key, problem: file }
  // What stands in two archives inside this one is written once.
  if (one.format !== undefined)
    before.add(format, key, { path: '', isThere: true, content: found.content, sha256: file?.sha256 ?? '' })
  if (other) return { ...found, kind: 'differs', path: pathOf(other), file }
  const waits = known.find(({ isThere, sha256 }) => !isThere && sha256 === file?.sha256)
  return { ...found, kind: 'new', file, waits: waits?.path ?? null }
}

const pathOf = ({ path }: Before): string | null => (path === '' ? null : path)

async function fileOf(metadata: Metadata, content: UnpackedArticle['content']): Promise<FileToWrite> {
  const isText = 'text' in content
  const bytes = isText ? new TextEncoder().encode(asText(metadata, content.text)) : Uint8Array.from(content.bytes)
  const extension = isText ? 'txt' : content.extension
  const { article, sha256, textSha256 } = await readArticle({ name: `unpacked.${extension}`, bytes })
  const { encoding, reader, text } = article
  return { ...{ bytes, extension, sha256, textSha256, encoding, reader }, textLength: codePointsOf(text) }
}

/** What the archive says, as fields can hold it: a line each, a date that is one. What can't be held is left out. */
function cleaned(metadata: Metadata): Metadata {
  const known: [FieldName, Field][] = []
  for (const name of fieldNames) {
    const said = metadata[name]
    const value = said?.value
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST_FIELD)
      .replace(/[\ud800-\udbff]$/, '')
    if (said && value !== undefined && isFieldValue(name, value)) known.push([name, { value, by: said.by }])
  }
  return Object.fromEntries(known)
}

function leadOf(content: UnpackedArticle['content']): string {
  return 'text' in content ? (/\S[^\r\n]*/.exec(content.text)?.[0] ?? '').slice(0, LEAD_CHARACTERS) : ''
}

function codePointsOf(text: string): number {
  let pairs = 0
  for (const _ of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs++
  return text.length - pairs
}
