import { dateOf } from '../../article/dateOfArticle.ts'
import type { Field, FieldName, Metadata } from '../../article/metadata.ts'
import { MAX_ARTICLE_BYTES } from '../../limits.ts'
import { Problem } from '../../problems/problem.ts'
import { decode } from '../../text/decode.ts'
import { sha256 } from '../../text/sha256.ts'
import type { Archive, ByteSource, Unpacked } from '../archive.ts'
import { extensions } from '../extensions.ts'
import { bytesOf } from '../heldBytes.ts'
import { Keys } from '../keys.ts'
import { beginsMailbox, messagesIn } from './messages.ts'
import { unquoted } from './unquoted.ts'

/** What we use of postal-mime, whose own types bring a browser's with them. */
interface Library {
  decodeWords(words: string): string
}

/** Mailboxes: each message comes out as a file of its own, `.eml`, with what was put before lines that begin with “From ” taken away. */
export const mbox: Archive = {
  id: 'mbox/1',
  title: 'mbox',
  extensions: extensions.mbox,
  recognises: beginsMailbox,
  articles: messages,
}

/** More than any head of a message that was ever sent. */
const MAX_HEAD_BYTES = 256 * 1024

async function* messages(source: ByteSource): AsyncIterable<Unpacked> {
  const library = (await import('postal-mime')) as unknown as Library
  const keys = new Keys()
  let count = 0
  for await (const { start, end } of messagesIn(source)) {
    count++
    const length = end - start
    if (length > MAX_ARTICLE_BYTES) {
      const problem = { kind: 'too-large', detail: `Message ${count} has ${length} bytes.` } as const
      yield { kind: 'unread', key: `message ${count}`, problem }
      continue
    }
    const bytes = unquoted(await bytesOf(source, start, end))
    const fields = headOf(bytes)
    const hash = () => sha256(bytes)
    // A message may stand in a mailbox twice, or have no number at all: then it is known by what it says.
    const key = await keys.unique(fields.get('message-id')?.trim() || (await hash()), hash)
    yield { kind: 'article', key, metadata: metadataOf(fields, library), content: { bytes, extension: 'eml' } }
  }
}

function metadataOf(fields: ReadonlyMap<string, string>, { decodeWords }: Library): Metadata {
  const date = fields.get('date')
  const found: Partial<Record<FieldName, string | null | undefined>> = {
    title: fields.get('subject'),
    byline: fields.get('from'),
    published: date && dateOf(date),
  }
  const known = Object.entries(found).flatMap(([name, value]): [string, Field][] => {
    const line = name === 'published' ? value : value && decodeWords(value).replace(/\s+/g, ' ').trim()
    return line ? [[name, { value: line, by: 'archive' }]] : []
  })
  return Object.fromEntries(known)
}

/** The fields of a message's head by their names in lower case, each the first time that it stands there, unfolded. */
function headOf(bytes: Uint8Array): Map<string, string> {
  const head = textOf(bytes.subarray(0, endOfHead(bytes))).replace(/\r?\n[ \t]+/g, ' ')
  const fields = new Map<string, string>()
  for (const line of head.split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line) ?? []
    if (name !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value!)
  }
  return fields
}

function textOf(head: Uint8Array): string {
  try {
    return decode(head).text
  } catch (error) {
    if (error instanceof Problem) return '' // no text: whoever opens the message is told
    throw error
  }
}

function endOfHead(bytes: Uint8Array): number {
  const most = Math.min(bytes.length, MAX_HEAD_BYTES)
  for (let end = bytes.indexOf(10); end >= 0 && end < most; end = bytes.indexOf(10, end + 1))
    if (bytes[end + 1] === 10 || (bytes[end + 1] === 13 && bytes[end + 2] === 10)) return end + 1
  return most
}
