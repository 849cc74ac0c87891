import { gzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { ByteSource } from '../archive.ts'
import { inShort, sourceOf, unpackedOf } from '../tried.ts'
import { parquet } from './parquet.ts'
import { unpackedZstd } from './parquetPages.ts'
import { type Packing, parquetOf, snappy, unpacked, type WrittenColumn } from './writtenParquet.ts'

const columns: readonly WrittenColumn[] = [
  { name: 'id', type: 'number' },
  { name: 'title', type: 'text' },
  { name: 'text', type: 'text' },
  { name: 'date', type: 'day' },
]
const rows = [
  [7, 'Harbour reopens', 'The harbour is open.\n\nAt last, 😊.', 22342],
  [8, 'Bridge closes', 'The bridge is closed.', 22343],
  [9, 'Nothing', '', 22344],
]
const gzip: Packing = { codec: 2, pack: bytes => gzipSync(bytes) }
/** Zstandard in its plainest form: one block of a frame, as it stands. */
const zstd: Packing = {
  codec: 6,
  pack(bytes) {
    const size = new Uint8Array(new Uint32Array([bytes.length]).buffer)
    const header = (bytes.length << 3) | 1
    return new Uint8Array([
      0x28,
      0xb5,
      0x2f,
      0xfd,
      0xa0,
      ...size,
      header & 0xff,
      (header >> 8) & 0xff,
      header >> 16,
      ...bytes,
    ])
  },
}

test.each([
  ['as it is', unpacked],
  ['by Snappy', snappy],
  ['by gzip', gzip],
  ['by Zstandard', zstd],
])('each row is an article, packed %s', async (_how, packing) => {
  const bytes = parquetOf(columns, [rows.slice(0, 2), rows.slice(2)], packing)
  expect(parquet.recognises(bytes, 'a.parquet')).toBe(true)
  const source = sourceOf('a.parquet', bytes)
  expect(await parquet.columns!(source)).toMatchObject({
    names: ['id', 'title', 'text', 'date'],
    guess: { key: [0], title: [1], text: [2], published: [3] },
  })
  expect((await unpackedOf(parquet, source)).map(inShort)).toEqual([
    { key: '7', title: 'Harbour reopens', published: '2031-03-04', text: 'The harbour is open.\n\nAt last, 😊.' },
    { key: '8', title: 'Bridge closes', published: '2031-03-05', text: 'The bridge is closed.' },
    { unread: 'Row 3', why: 'empty-text: Row 3 has no text.' },
  ])
})

test('columns that nobody wants are not read, and a group of rows only when it comes', async () => {
  const wide: readonly WrittenColumn[] = [...columns, { name: 'picture', type: 'bytes' }]
  const picture = new Uint8Array(1_000_000)
  const bytes = parquetOf(
    wide,
    Array.from({ length: 8 }, (_, i) => [[i, 'A', 'Some words here', 22342, picture]]),
  )
  const source = sourceOf('a.parquet', bytes)
  let read = 0
  const counted: ByteSource = {
    ...source,
    slice(start, end) {
      read += (end ?? bytes.length) - start
      return source.slice(start, end)
    },
  }
  expect(await unpackedOf(parquet, counted, { text: [2], title: [1] })).toHaveLength(8)
  expect(read).toBeLessThan(2_000_000)
  expect((await parquet.columns!(counted)).names).toEqual(['id', 'title', 'text', 'date', 'picture'])
})

test('a group that is damaged is told in its place and spoils no other', async () => {
  const groups = [rows.slice(0, 1), rows.slice(1, 2)]
  const bytes = parquetOf(columns, groups, gzip)
  const first = parquetOf(columns, groups.slice(0, 1), gzip)
  const start = bytes.indexOf(0x1f, 8)
  expect(start).toBeLessThan(first.length)
  bytes.fill(0xff, start, start + 12)
  expect((await unpackedOf(parquet, sourceOf('a.parquet', bytes), { text: [2], key: [0] })).map(inShort)).toMatchObject(
    [{ unread: 'Rows 1 to 1' }, { key: '8' }],
  )
})

test('a page that would unpack to more than anybody writes isn’t unpacked', async () => {
  // A frame that says nothing of its size, of blocks that repeat one byte.
  const block = [(131_072 << 3) | (1 << 1), 0].flatMap((header, i) =>
    i === 0 ? [header & 0xff, (header >> 8) & 0xff, header >> 16] : [0x61],
  )
  const bomb: Packing = {
    codec: 6,
    pack: () =>
      new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0, 0x58, ...Array.from({ length: 4000 }, () => block).flat(), 1, 0, 0]),
  }
  expect(unpackedZstd(bomb.pack(new Uint8Array()))).toBe(4000 * 131_072)
  const all = await unpackedOf(parquet, sourceOf('a.parquet', parquetOf(columns, [rows], bomb)), { text: [2] })
  expect(all.map(inShort)).toMatchObject([{ why: expect.stringContaining('256 MB') }])
})

test('a file that is cut off or no table says so', async () => {
  const bytes = parquetOf(columns, [rows])
  const rejects = (part: Uint8Array) => expect(unpackedOf(parquet, sourceOf('a.parquet', part))).rejects
  await rejects(bytes.slice(0, -20)).toMatchObject({ kind: 'cannot-read' })
  await rejects(new TextEncoder().encode('PAR1')).toMatchObject({ kind: 'cannot-read' })
  await rejects(new TextEncoder().encode('PAR1 PARE')).toMatchObject({ kind: 'cannot-read' })
  expect(parquet.recognises(new TextEncoder().encode('PAR2'), 'a.parquet')).toBe(false)
  expect(parquet.recognises(bytes, 'a.zip')).toBe(false)
})
