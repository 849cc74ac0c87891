import { hasReader } from '../../importers/extensions.ts'
import { Problem } from '../../problems/problem.ts'
import { sha256 } from '../../text/sha256.ts'
import type { Archive, Unpacked } from '../archive.ts'
import { extensions } from '../extensions.ts'
import { fieldOf } from '../fieldOf.ts'
import { Keys } from '../keys.ts'
import { letters } from './byteReader.ts'
import { isGzip } from './members.ts'
import { type Record, recordsOf } from './records.ts'
import { contentOf, responseIn } from './response.ts'

/** What a crawl of the web saved: every page as it was sent, and other documents for which there is a reader. */
export const warc: Archive = {
  id: 'warc/1',
  title: 'warc',
  extensions: [...extensions.warc, 'gz'],
  recognises: (head, name) =>
    /^WARC\/\d/.test(letters(head.subarray(0, 8))) || (isGzip(head) && /\.warc(?:\.\w+)?\.gz$/i.test(name)),
  async *articles(source) {
    const keys = new Keys()
    let number = 0
    for await (const record of recordsOf(source)) {
      number++
      try {
        const article = await articleIn(record, keys)
        if (article) yield article
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        yield unread(record, number, error)
      }
    }
    if (number === 0)
      throw new Problem('cannot-read', 'There is no record in this file: it is damaged, or another kind of file.')
  },
}

function unread(record: Record, number: number, { kind, detail }: Problem): Unpacked {
  return { kind: 'unread', key: addressOf(record) || `Record ${number}`, problem: { kind, detail } }
}

function addressOf({ fields }: Record): string {
  // Some crawlers put it in angle brackets.
  return (fields.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1')
}

/** The article of a record; null for one with pictures, programs, or nothing that was sent. Throws a Problem that says why a page can't be read. */
async function articleIn(record: Record, keys: Keys): Promise<Unpacked | null> {
  const { fields, wrong } = record
  const type = fields.get('warc-type') ?? ''
  if (wrong === 'cut' && !['warcinfo', 'request', 'metadata'].includes(type))
    throw new Problem('cannot-read', 'The file is cut off or damaged in this record.')
  if (wrong === 'between')
    throw new Problem(
      'cannot-read',
      'Something stands between two records that is none: the page before it may be cut off.',
    )
  const sent = type === 'response' ? await responseIn(record.block) : null
  const contentType =
    sent?.fields.get('content-type') ?? (type === 'response' ? '' : (fields.get('content-type') ?? ''))
  const address = addressOf(record)
  if (type === 'revisit') return revisited(record)
  if (!['response', 'resource', 'conversion', 'continuation'].includes(type)) return null
  // What a crawler says of itself stands under addresses of its own.
  if (!/^(?:https?|ftp|file):/i.test(address)) return null
  const extension = extensionFor(contentType, address)
  if (!extension) return null
  if (type === 'continuation' || fields.has('warc-segment-number'))
    throw new Problem('cannot-read', 'The page is spread over several records, which isn’t read.')
  if (sent && sent.status >= 300 && sent.status < 400) return null
  if (sent && sent.status >= 400) throw new Problem('empty-text', `The server answered with the error ${sent.status}.`)
  if (fields.has('warc-truncated'))
    throw new Problem(
      'cannot-read',
      `The crawler kept only a part of this page (${fields.get('warc-truncated')!.slice(0, 40)}).`,
    )
  if (wrong === 'large') throw new Problem('too-large', 'The page is larger than 64 MiB.')
  const bytes = sent ? contentOf(sent) : record.block
  if (bytes.length === 0) throw new Problem('empty-text', 'The page is empty.')

  const hash = () => sha256(bytes.slice())
  const field = fieldOf('address', address)
  const name = nameIn(address)
  return {
    kind: 'article',
    key: await keys.unique(address || (await hash()).slice(0, 32), hash),
    metadata: field ? { address: field } : {},
    content: { bytes: bytes.slice(), extension },
    ...(name === undefined ? {} : { name }),
  }
}

/** A page that was the same as on an earlier visit stands in the record of that one. */
async function revisited(record: Record): Promise<Unpacked | null> {
  const sent = await responseIn(record.block)
  const contentType = sent?.fields.get('content-type')
  if (contentType !== undefined && !extensionFor(contentType, addressOf(record))) return null
  const when = record.fields.get('warc-refers-to-date')?.slice(0, 10)
  throw new Problem(
    'empty-text',
    `The crawler found the page unchanged since an earlier visit${when ? `, of ${when.replace(/[^\d-]/g, '')}` : ''}, and kept it only there.`,
  )
}

/** Which reader opens what a server says that it sent; undefined where none does. */
function extensionFor(contentType: string, address: string): string | undefined {
  const type = contentType.split(';')[0]!.trim().toLowerCase()
  const extension = endings.get(type)
  // Rules for crawlers are no article.
  if (extension === 'txt' && /\/robots\.txt(?:\?|$)/i.test(address)) return undefined
  return extension && hasReader(`a.${extension}`) ? extension : undefined
}

const endings: ReadonlyMap<string, string> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/plain', 'txt'],
  ['text/markdown', 'md'],
  ['text/rtf', 'rtf'],
  ['application/rtf', 'rtf'],
  ['application/pdf', 'pdf'],
  ['application/epub+zip', 'epub'],
  ['message/rfc822', 'eml'],
  ['multipart/related', 'mhtml'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
])

/** What an address calls a page: the last part of its path. */
function nameIn(address: string): string | undefined {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '')
  const last = path
    .split('/')
    .filter(Boolean)
    .at(-1)
    ?.replace(/\.[a-z]{2,5}$/i, '')
  if (!last) return undefined
  try {
    return decodeURIComponent(last).slice(0, 200)
  } catch {
    return last.slice(0, 200)
  }
}
