import { gzipSync, strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { words as en } from '../words/words.ts'
import { isArchiveName } from './extensions.ts'
import { archiveFor, archives } from './index.ts'

const mail = strToU8('From ann@example.org Tue Mar  4 10:00:00 2031\nSubject: Ferry\n\nNo ferry.\n')

test.each([
  ['letters.mbox', mail, 'mbox/1'],
  ['Inbox', mail, 'mbox/1'],
  ['letters.txt', mail, undefined],
  ['week.zip', zipSync({ 'a.txt': strToU8('A') }), 'zip/1'],
  ['week.zip', strToU8('not really'), undefined],
  ['week.tmp', zipSync({ 'a.txt': strToU8('A') }), 'zip/1'],
  ['book.epub', zipSync({ 'a.txt': strToU8('A') }), undefined],
  ['article.txt', strToU8('From our correspondent: nothing new.\n'), undefined],
  ['week.csv', strToU8('title,text\nA,B\n'), 'csv/1'],
  ['week.jsonl', strToU8('{"text":"B"}'), 'json/1'],
  ['week.json', strToU8('[{"text":"B"}]'), 'json/1'],
  ['week.json', strToU8('[{"uri":"u","body_text":"B"}]'), 'ninjs/1'],
  ['week.xml', strToU8('<rss version="2.0"/>'), 'feed/1'],
  ['week.xml', strToU8('<?xml version="1.0"?><nitf/>'), 'nitf/1'],
  ['week.xml', strToU8('<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>'), 'newsml-g2/1'],
  ['week.xml', strToU8('<TEI/>'), undefined],
  ['crawl.warc', strToU8('WARC/1.0\r\n'), 'warc/1'],
  ['crawl.warc.gz', gzipSync(strToU8('WARC/1.0\r\n')), 'warc/1'],
  ['week.tar.gz', gzipSync(strToU8('B')), undefined],
  ['package.json', strToU8('{"name":"B"}'), undefined],
  ['week.xlsx', zipSync({ 'a.txt': strToU8('A') }), 'xlsx/1'],
  ['week.parquet', strToU8('PAR1'), 'parquet/1'],
  ['', new Uint8Array(0), undefined],
])('%s is told by its ending and its beginning', (name, head, id) => {
  expect(archiveFor(head, name)?.id).toBe(id)
})

test('every kind has a name of its own, and endings that are told without loading it are among its own', () => {
  expect(new Set(archives.map(({ id }) => id)).size).toBe(archives.length)
  expect(isArchiveName('week.ZIP')).toBe(true)
  expect(isArchiveName('crawl.warc.gz')).toBe(true)
  expect(isArchiveName('week.gz')).toBe(false)
  expect(isArchiveName('article.txt')).toBe(false)
})

test('every kind is called something that a person knows', () => {
  const nameless = archives.filter(({ title }) => en.unpack.kind(title) === en.unpack.kind('nothing of the kind'))
  expect(nameless.map(({ id }) => id)).toEqual([])
})
