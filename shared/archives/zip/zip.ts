import { extensionOf, hasReader } from '../../importers/extensions.ts'
import { MAX_ARTICLE_BYTES } from '../../limits.ts'
import { Problem } from '../../problems/problem.ts'
import type { Archive, ByteSource, ColumnMap, Unpacked } from '../archive.ts'
import { extensions } from '../extensions.ts'
import { heldBytes, stemOf } from '../heldBytes.ts'
import { type Budget, contentOf, headOf, placeOf } from './contents.ts'
import { directoryOf, type Entry } from './directory.ts'

const id = 'zip/1'
/** Archives in archives in archives; what is deeper is nobody's download. */
const MAX_DEPTH = 4
/** An archive inside one, which is held in memory where it is packed. */
const MAX_INNER_BYTES = 256 * 1024 * 1024
/** What an archive may unpack to in all: read bit by bit, so it bounds time and not memory. */
const MAX_UNPACKED = 16 * 1024 * 1024 * 1024
const HEAD_BYTES = 64 * 1024

type KindOf = (head: Uint8Array, name: string) => Archive | undefined

/**
 * ZIP archives: articles in them come out as they stand, and files of many
 * articles are taken apart in turn. What stands in them and can't be read is
 * told of by its name. `kindOf` says what kind of archive a file in one is.
 */
export function zipOf(kindOf: KindOf): Archive {
  return {
    id,
    title: 'zip',
    extensions: extensions.zip,
    recognises: (head, name) => isZip(head) && !isDocument(name),
    articles: (source, meant) => unpacked(source, { kindOf, meant, depth: 1, budget: { left: MAX_UNPACKED }, way: '' }),
  }
}

interface Within {
  readonly kindOf: KindOf
  readonly meant: ColumnMap | undefined
  readonly depth: number
  readonly budget: Budget
  /** The names of the archives around this one, each with a slash behind it. */
  readonly way: string
}

async function* unpacked(source: ByteSource, within: Within): AsyncIterable<Unpacked> {
  const seen = new Map<string, number>()
  for (const entry of await directoryOf(source)) {
    if (isFurniture(entry.name)) continue
    const place = within.way + entry.name
    // What it says is part of what it is known by: another archive may hold another file of this name.
    const known = `${place} ${entry.crc.toString(16).padStart(8, '0')} ${entry.unpacked}`
    const count = (seen.get(known) ?? 0) + 1
    seen.set(known, count)
    const key = count === 1 ? known : `${known} ${count}`
    try {
      yield* inEntry(source, entry, key, within)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      yield { kind: 'unread', key: place, problem: { kind: error.kind, detail: error.detail } }
    }
  }
}

async function* inEntry(source: ByteSource, entry: Entry, key: string, within: Within): AsyncIterable<Unpacked> {
  const { kindOf, meant, depth, budget, way } = within
  if (leadsOut(entry.name)) throw new Problem('cannot-read', 'Its name leads out of the archive.')
  const name = entry.name.slice(entry.name.lastIndexOf('/') + 1)
  const kind = isOurs(name) ? undefined : kindOf(await headOf(source, entry, HEAD_BYTES), name)
  if (kind) {
    if (kind.id === id && depth === MAX_DEPTH)
      throw new Problem('too-large', `Archives in it are deeper than ${MAX_DEPTH}.`)
    const inner =
      (await placeOf(source, entry)) ?? heldBytes(name, await contentOf(source, entry, MAX_INNER_BYTES, budget))
    const further = { kindOf, meant, depth: depth + 1, budget, way: `${way}${entry.name}/` }
    const found = kind.id === id ? unpacked(inner, further) : kind.articles({ ...inner, name }, meant)
    for await (const one of found) yield one.kind === 'article' ? { format: kind.id, ...one } : one
    return
  }
  const extension = extensionOf(name)
  if (extension === undefined || !hasReader(name)) throw new Problem('no-reader')
  const bytes = await contentOf(source, entry, MAX_ARTICLE_BYTES, budget)
  yield { kind: 'article', key, metadata: {}, content: { bytes, extension }, name: stemOf(name) }
}

function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))
}

/** Documents and books are ZIP archives, too. */
function isDocument(name: string): boolean {
  return hasReader(name)
}

/** Folders, and what systems leave in archives for themselves. */
function isFurniture(name: string): boolean {
  return /\/$|^__MACOSX\/|(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini)$/i.test(name)
}

/** Layers, facts and projects of Stet are no articles, and are no table either. */
function isOurs(name: string): boolean {
  return /(?:^|\.)stet\.json$/i.test(name)
}

function leadsOut(name: string): boolean {
  return /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/i.test(name)
}
