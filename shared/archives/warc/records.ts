import { MAX_ARTICLE_BYTES } from '../../limits.ts'
import type { ByteSource } from '../archive.ts'
import { type ByteReader, ByteReader as Reader } from './byteReader.ts'
import { stretchesOf } from './members.ts'

/** The fields of a head, by their names in small letters. */
export type Fields = ReadonlyMap<string, string>

/** A record of a WARC file, or what is known of one. */
export interface Record {
  readonly fields: Fields
  /** What it holds: its first bytes only, where it is larger than any article. */
  readonly block: Uint8Array
  /** What is wrong with it: the file is cut off or damaged in it, it is too large, or it is none at all but what stands between two. */
  readonly wrong: 'cut' | 'large' | 'between' | null
}

/** A line of a record's head, and all of it. */
const MAX_LINE = 64 * 1024
const MAX_LINES = 1000
/** The first bytes of a record that is too large: enough to see what it is. */
const GLIMPSE = 64 * 1024

/** A file's records in order. One that is damaged is told, and those after it are looked for. */
export async function* recordsOf(source: ByteSource): AsyncIterable<Record> {
  for await (const stretch of stretchesOf(source)) {
    const reader = new Reader(stretch.pieces)
    let isTold = true
    for (let head = await headIn(reader); head; head = await headIn(reader)) {
      if (head.isAfterOther) yield { ...none, wrong: 'between' }
      const record = await recordWith(head.fields, reader)
      yield record
      isTold = record.wrong === 'cut'
    }
    if (!isTold && stretch.isBroken()) yield { ...none, wrong: 'cut' }
  }
}

const none = { fields: new Map<string, string>(), block: new Uint8Array(0) }

interface Head {
  readonly fields: Fields
  /** Whether anything stands before it that belongs to no record. */
  readonly isAfterOther: boolean
}

/** The head of the next record; null at the end. */
async function headIn(reader: ByteReader): Promise<Head | null> {
  let isAfterOther = false
  for (let line = await reader.line(MAX_LINE); line !== null; line = await reader.line(MAX_LINE)) {
    if (/^WARC\/\d/.test(line)) return { fields: await fieldsIn(reader), isAfterOther }
    if (line.trim() !== '') isAfterOther = true
  }
  return null
}

/** Fields up to a line of nothing; one may go on in the next line. */
export async function fieldsIn(reader: ByteReader): Promise<Fields> {
  const fields = new Map<string, string>()
  let last = ''
  for (let i = 0; i < MAX_LINES; i++) {
    const line = await reader.line(MAX_LINE)
    if (line === null || line === '') break
    if (/^[ \t]/.test(line) && last !== '') fields.set(last, `${fields.get(last)} ${line.trim()}`)
    const [, name, value = ''] = /^([^\s:]+)\s*:\s*(.*)$/.exec(line) ?? []
    if (!name) continue
    last = name.toLowerCase()
    if (!fields.has(last)) fields.set(last, value.trim())
  }
  return fields
}

async function recordWith(fields: Fields, reader: ByteReader): Promise<Record> {
  const said = fields.get('content-length') ?? ''
  const length = Number(said)
  if (!/^\d+$/.test(said) || !Number.isSafeInteger(length)) return { ...none, fields, wrong: 'cut' }
  if (length <= MAX_ARTICLE_BYTES && !isPassedOver(fields)) {
    const block = await reader.take(length)
    return { fields, block, wrong: block.length < length ? 'cut' : null }
  }
  const block = await reader.take(Math.min(GLIMPSE, length))
  const passed = block.length + (await reader.skip(length - block.length))
  return { fields, block, wrong: passed < length ? 'cut' : length > MAX_ARTICLE_BYTES ? 'large' : null }
}

/** What says nothing that anybody reads: how the crawl was made, and what was asked for. */
export function isPassedOver(fields: Fields): boolean {
  return ['warcinfo', 'request', 'metadata'].includes(fields.get('warc-type') ?? '')
}
