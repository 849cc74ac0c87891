import { existsSync, readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync as gzipFast } from 'node:zlib'
import { deflateSync, gzipSync, strToU8, zlibSync } from 'fflate'
import { expect, test } from 'vitest'
import { inShort, sourceOf, unpackedOf } from '../tried.ts'
import { warc } from './warc.ts'

const page = (words: string) => strToU8(`<!doctype html><title>${words}</title><p>${words}</p>`)

function joined(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts.map(part => (typeof part === 'string' ? strToU8(part) : part))))
}

function record(type: string, address: string, block: Uint8Array, more = ''): Uint8Array {
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${address}\r\nWARC-Date: 2031-03-04T10:20:30Z\r\n${more}Content-Length: ${block.length}\r\n\r\n`
  return joined(head, block, '\r\n\r\n')
}

function response(
  address: string,
  body: Uint8Array,
  head = 'Content-Type: text/html',
  status = '200 OK',
  more = '',
): Uint8Array {
  return record('response', address, joined(`HTTP/1.1 ${status}\r\n${head}\r\n\r\n`, body), more)
}

const at = (path: string) => `https://lantern.example/${path}`
const first = response(at('news/harbour-reopens.html'), page('Harbour reopens'))
const second = response(at('bridge'), page('Bridge closes'))
const read = [
  {
    key: at('news/harbour-reopens.html'),
    address: at('news/harbour-reopens.html'),
    text: expect.stringContaining('<p>Harbour reopens</p>'),
  },
  { key: at('bridge'), address: at('bridge'), text: expect.stringContaining('<p>Bridge closes</p>') },
]
const info = record('warcinfo', '', strToU8('software: none\r\n'))
const request = record('request', at('bridge'), strToU8('GET /bridge HTTP/1.1\r\n\r\n'))

test.each([
  ['a.warc', joined(info, request, first, second)],
  ['a.warc.gz', joined(...[info, request, first, second].map(one => gzipSync(one)))],
  ['a.warc.gz', gzipSync(joined(info, request, first, second))],
])('every page is an article as it was sent: %s', async (name, bytes) => {
  expect(warc.recognises(bytes, name)).toBe(true)
  for (const most of [7, Number.POSITIVE_INFINITY]) {
    const all = await unpackedOf(warc, sourceOf(name, bytes, most))
    expect(all.map(inShort)).toEqual(read)
    expect(all[0]).toMatchObject({ name: 'harbour-reopens', content: { extension: 'html' } })
  }
})

test.each([
  ['in chunks', 'Transfer-Encoding: chunked', joined('5\r\n<!doc\r\n6;x=y\r\ntype h\r\n', '4\r\ntml>\r\n0\r\n\r\n')],
  ['packed by gzip', 'Content-Encoding: gzip', gzipSync(strToU8('<!doctype html>'))],
  ['packed by zlib', 'Content-Encoding: deflate', zlibSync(strToU8('<!doctype html>'))],
  ['packed by deflate', 'content-encoding: deflate', deflateSync(strToU8('<!doctype html>'))],
  ['packed by Brotli', 'Content-Encoding: br', new Uint8Array(brotliCompressSync(strToU8('<!doctype html>')))],
  ['said to be packed, but as it is', 'Content-Encoding: gzip', strToU8('<!doctype html>')],
  ['said to be in chunks, but whole', 'Transfer-Encoding: chunked', strToU8('<!doctype html>')],
])('a page that was sent %s', async (_how, head, body) => {
  const bytes = response(at('a'), body, `Content-Type: text/html; charset=utf-8\r\n${head}`)
  expect((await unpackedOf(warc, sourceOf('a.warc', bytes))).map(inShort)).toMatchObject([{ text: '<!doctype html>' }])
})

test('other documents come out as files; pictures and programs don’t', async () => {
  const bytes = joined(
    response(at('a.pdf'), strToU8('%PDF-'), 'Content-Type: application/epub+zip'),
    response(at('b.png'), strToU8('PNG'), 'Content-Type: image/png'),
    response(at('c.js'), strToU8('run()'), 'Content-Type: text/javascript'),
    response(at('robots.txt'), strToU8('User-agent: *'), 'Content-Type: text/plain'),
    record('resource', 'metadata://crawler/log', strToU8('began'), 'Content-Type: text/plain\r\n'),
    record('conversion', at('d'), strToU8('Words of a page'), 'Content-Type: text/plain\r\n'),
    record('resource', at('e.html'), page('Words'), 'Content-Type: text/html\r\n'),
  )
  const all = await unpackedOf(warc, sourceOf('a.warc', bytes))
  expect(all.map(one => one.kind === 'article' && 'extension' in one.content && one.content.extension)).toEqual([
    'epub',
    'txt',
    'html',
  ])
})

test('what is no whole page says why', async () => {
  const bytes = joined(
    response(at('moved'), page('Moved'), 'Content-Type: text/html\r\nLocation: /', '301 Moved'),
    response(at('gone'), page('Gone'), 'Content-Type: text/html', '404 Not Found'),
    record(
      'revisit',
      at('same'),
      strToU8('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'),
      'WARC-Refers-To-Date: 2031-03-01T00:00:00Z\r\n',
    ),
    record('revisit', at('same.png'), strToU8('HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n')),
    response(at('part'), page('Part'), 'Content-Type: text/html', '200 OK', 'WARC-Truncated: length\r\n'),
    response(at('empty'), new Uint8Array(0)),
    response(at('chunks'), strToU8('5\r\nabcde\r\n9\r\nabc'), 'Content-Type: text/html\r\nTransfer-Encoding: chunked'),
    response(at('odd'), page('A'), 'Content-Type: text/html\r\nContent-Encoding: compress'),
    first,
    first,
  )
  const unread = (path: string, why: string) => ({ unread: at(path), why: expect.stringContaining(why) })
  expect((await unpackedOf(warc, sourceOf('a.warc', bytes))).map(inShort)).toMatchObject([
    unread('gone', 'error 404'),
    unread('same', 'of 2031-03-01'),
    unread('part', 'only a part'),
    unread('empty', 'empty'),
    unread('chunks', 'cut off'),
    unread('odd', 'compress'),
    read[0]!,
    { key: expect.stringContaining(`${at('news/harbour-reopens.html')} `) },
  ])
})

test('a file that is cut off is read up to there, and says so', async () => {
  const cut = { unread: at('bridge'), why: expect.stringContaining('cut off') }
  expect((await unpackedOf(warc, sourceOf('a.warc', joined(first, second).slice(0, -40)))).map(inShort)).toMatchObject([
    read[0]!,
    cut,
  ])
  const packed = joined(gzipSync(first), gzipSync(second)).slice(0, -30)
  const all = (await unpackedOf(warc, sourceOf('a.warc.gz', packed))).map(inShort)
  expect(all).toMatchObject([read[0]!, { why: expect.stringContaining('cut off') }])
})

test('after a damaged record the next ones are read', async () => {
  const [a, b] = [gzipSync(first), gzipSync(second)]
  a.fill(0xff, 60, 120)
  const all = (await unpackedOf(warc, sourceOf('a.warc.gz', joined(a, b)))).map(inShort)
  expect(all.at(-1)).toEqual(read[1])
  const wrongLength = strToU8(new TextDecoder().decode(first).replace(/Content-Length: \d+/, 'Content-Length: 60'))
  expect((await unpackedOf(warc, sourceOf('a.warc', joined(wrongLength, second)))).map(inShort)).toMatchObject([
    { key: at('news/harbour-reopens.html') },
    { unread: 'Record 2', why: expect.stringContaining('between') },
    read[1]!,
  ])
})

test('what would swell without measure is refused while it is unpacked', async () => {
  const zeros = new Uint8Array(gzipFast(new Uint8Array(80 * 1024 * 1024)))
  const bytes = joined(response(at('bomb'), zeros, 'Content-Type: text/html\r\nContent-Encoding: gzip'), second)
  expect((await unpackedOf(warc, sourceOf('a.warc', bytes))).map(inShort)).toMatchObject([
    { unread: at('bomb'), why: expect.stringContaining('too-large') },
    read[1]!,
  ])
  const large = response(at('large'), new Uint8Array(70 * 1024 * 1024))
  expect(
    (await unpackedOf(warc, sourceOf('a.warc.gz', joined(new Uint8Array(gzipFast(large)), gzipSync(second))))).map(
      inShort,
    ),
  ).toMatchObject([{ unread: at('large'), why: expect.stringContaining('too-large') }, read[1]!])
})

test('what is no crawl says so', async () => {
  await expect(unpackedOf(warc, sourceOf('a.warc', 'words'))).rejects.toMatchObject({ kind: 'cannot-read' })
  expect(warc.recognises(strToU8('words'), 'a.warc')).toBe(false)
  expect(warc.recognises(gzipSync(strToU8('words')), 'a.csv.gz')).toBe(false)
})

const samples = '../shared/samples/articles/warc'
test.skipIf(!existsSync(samples))(
  existsSync(samples) ? 'crawls that others wrote' : 'crawls that others wrote (skipped: not on this machine)',
  async () => {
    for (const [name, words] of [
      ['example.warc', 'Example Domain'],
      ['example.warc.gz', 'Example Domain'],
      ['tika-cc.warc.gz', 'Common Crawl on Twitter'],
    ] as const) {
      const all = await unpackedOf(warc, sourceOf(name, new Uint8Array(readFileSync(`${samples}/${name}`))))
      const pages = all.filter(({ kind }) => kind === 'article')
      expect(pages).toHaveLength(1)
      expect(inShort(pages[0]!)['text']).toContain(words)
      expect(all).toHaveLength(name.startsWith('tika') ? 1 : 2)
    }
  },
)
