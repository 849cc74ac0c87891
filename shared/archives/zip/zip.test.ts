import { strToU8, type Zippable, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { ByteSource } from '../archive.ts'
import { heldBytes } from '../heldBytes.ts'
import { archiveFor } from '../index.ts'
import { allOf, wordsOf } from '../unpackedFor.ts'
import { crc32 } from './crc32.ts'
import { zipOf } from './zip.ts'

const zip = zipOf(archiveFor)
const unpack = (source: Uint8Array | ByteSource) =>
  allOf(zip.articles(source instanceof Uint8Array ? heldBytes('week.zip', source) : source))
const packed = (files: Zippable) => unpack(zipSync(files))
const mails = strToU8('From a b\nMessage-ID: <1@x>\nSubject: One\n\nOne.\n\nFrom a b\nMessage-ID: <2@x>\n\nTwo.\n')

test('articles come out as they stand, in order, with the names they had', async () => {
  const found = await packed({ 'week/ferry.txt': strToU8('No ferry.'), 'bread.md': [strToU8('# Bread'), { level: 0 }] })
  expect(found).toMatchObject([
    { kind: 'article', name: 'ferry', content: { extension: 'txt' }, metadata: {} },
    { kind: 'article', name: 'bread', content: { extension: 'md' } },
  ])
  expect(found.map(wordsOf)).toEqual(['No ferry.', '# Bread'])
})

test('an archive in it is taken apart in turn, and its articles keep the keys that it gives them', async () => {
  const found = await packed({ 'a.zip': zipSync({ 'b.mbox': mails, 'c.txt': strToU8('C') }) })
  expect(found).toMatchObject([
    { format: 'mbox/1', key: '<1@x>' },
    { format: 'mbox/1', key: '<2@x>' },
    { format: 'zip/1', key: expect.stringContaining('a.zip/c.txt'), name: 'c' },
  ])
})

test('a mailbox that stands in it unpacked is read in its place', async () => {
  const bytes = zipSync({ 'b.mbox': [mails, { level: 0 }] })
  expect((await unpack(bytes)).map(({ key }) => key)).toEqual(['<1@x>', '<2@x>'])
})

test('what can’t be read is told of by its name and spoils nothing', async () => {
  const found = await packed({
    ...{ 'photo.jpg': strToU8('x'), '../../etc/a.txt': strToU8('x'), 'C:\\b.txt': strToU8('x') },
    ...{ 'a.txt.ann.stet.json': strToU8('{}'), '__MACOSX/a.txt': strToU8('x'), 'folder/': new Uint8Array(0) },
    'good.txt': strToU8('Good.'),
  })
  expect(found.map(one => [one.key.replace(/ .*/, ''), one.kind === 'unread' ? one.problem.kind : 'read'])).toEqual([
    ['photo.jpg', 'no-reader'],
    ['../../etc/a.txt', 'cannot-read'],
    ['C:\\b.txt', 'cannot-read'],
    ['a.txt.ann.stet.json', 'no-reader'],
    ['good.txt', 'read'],
  ])
})

test('an encrypted file is named, and what to do about it', async () => {
  const bytes = zipSync({ 'secret.txt': strToU8('secret') })
  for (const [signature, at] of [
    [0x04034b50, 6],
    [0x02014b50, 8],
  ] as const)
    bytes[placesOf(bytes, signature)[0]! + at]! |= 1
  const [found] = await unpack(bytes)
  expect(found).toMatchObject({ kind: 'unread', key: 'secret.txt', problem: { kind: 'cannot-read' } })
  expect(JSON.stringify(found)).toMatch(/encrypted.*password/)
})

test('a file of another name or with other words has another key', async () => {
  const keys = async (files: Zippable) => (await packed(files)).map(({ key }) => key)
  const [one] = await keys({ 'a.txt': strToU8('One') })
  expect(await keys({ 'a.txt': strToU8('One'), 'b.txt': strToU8('One') })).toEqual([
    one,
    expect.not.stringContaining(one!),
  ])
  expect(await keys({ 'a.txt': strToU8('Two') })).not.toContain(one)
})

test('a file that would fill the memory is refused before it is unpacked, and so are archives without end', async () => {
  const bomb = zipSync({ 'bomb.txt': new Uint8Array(12_000_000), 'good.txt': strToU8('Good.') })
  expect(await unpack(bomb)).toMatchObject([
    { kind: 'unread', problem: { kind: 'too-large', detail: expect.stringMatching(/no text shrinks so much/) } },
    { kind: 'article' },
  ])
  let nested = zipSync({ 'a.txt': strToU8('A') })
  for (let depth = 0; depth < 6; depth++) nested = zipSync({ 'deeper.zip': nested })
  expect(await unpack(nested)).toMatchObject([{ kind: 'unread', problem: { kind: 'too-large' } }])
})

test('a file that is longer than the archive says, or other than its checksum, is damaged', async () => {
  const honest = zipSync({ 'a.txt': strToU8('word '.repeat(5000)) })
  const lying = Uint8Array.from(honest)
  const view = new DataView(lying.buffer)
  view.setUint32(placesOf(lying, 0x02014b50)[0]! + 24, 10, true)
  expect(await unpack(lying)).toMatchObject([{ kind: 'unread', problem: { kind: 'cannot-read' } }])
  const bent = Uint8Array.from(honest)
  new DataView(bent.buffer).setUint32(placesOf(bent, 0x02014b50)[0]! + 16, 1, true)
  expect(await unpack(bent)).toMatchObject([{ kind: 'unread', problem: { kind: 'cannot-read' } }])
})

test('an archive that is cut off is refused whole', async () => {
  const whole = zipSync({ 'a.txt': strToU8('A') })
  for (const length of [0, 10, whole.length - 1, whole.length - 22])
    await expect(unpack(whole.slice(0, length))).rejects.toThrow(/damaged/)
})

test('checksums are those of ZIP', () => {
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926)
  expect(crc32(strToU8('6789'), crc32(strToU8('12345')))).toBe(0xcbf43926)
})

function placesOf(bytes: Uint8Array, signature: number): number[] {
  const view = new DataView(bytes.buffer)
  return Array.from({ length: bytes.length - 3 }, (_, at) => at).filter(at => view.getUint32(at, true) === signature)
}
