import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { decodeAs } from './decode.ts'
import { Recoding, recodings } from './recoding.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const known = { hash: sha256, isOver: () => false, likely: [] }
const read = (bytes: Uint8Array, encoding: string) => ({ text: decodeAs(bytes, encoding).text, encoding })

/** `Порт Stet` in KOI8-R, a line end, and the same again. */
const koi = Uint8Array.from([0xf0, 0xcf, 0xd2, 0xd4, 0x20, 0x53, 0x74, 0x65, 0x74, 0x0a, 0xf0, 0xcf, 0xd2, 0xd4])
/** `日本 ab 語` in Shift_JIS. */
const japanese = Uint8Array.from([0x93, 0xfa, 0x96, 0x7b, 0x20, 0x61, 0x62, 0x20, 0x8c, 0xea])

test.each([
  ['koi8-r', 'windows-1251', koi, 0, 4, 'Порт'],
  ['koi8-r', 'cp866', koi, 10, 14, 'Порт'],
  ['koi8-r', 'utf-16-le', koi, 1, 2, 'рт'],
  ['cp932', 'windows-1252', japanese, 0, 4, '日本'],
  ['cp932', 'windows-1252', japanese, 8, 10, '語'],
])('what stands in a %s text that was read as %s is at the same bytes', (is, was, bytes, start, end, words) => {
  const now = read(bytes, is)
  const span = Recoding.between(bytes, read(bytes, was), now)!.span(start, end)!
  expect(now.text.slice(span.start, span.end)).toBe(words)
})

test('an edge in the middle of a character has no place', () => {
  const way = Recoding.between(japanese, read(japanese, 'windows-1252'), read(japanese, 'cp932'))!
  expect(way.span(1, 4)).toBeNull()
  expect(way.span(0, 99)).toBeNull()
})

test('characters beyond the first plane take two units', () => {
  const bytes = new TextEncoder().encode('a💬b')
  const way = Recoding.between(bytes, read(bytes, 'windows-1252'), read(bytes, 'utf-8'))!
  expect(way.span(5, 6)).toEqual({ start: 3, end: 4 })
  const back = Recoding.between(bytes, read(bytes, 'utf-8'), read(bytes, 'windows-1252'))!
  expect(back.span(1, 2)).toEqual({ start: 1, end: 5 })
})

test('where it isn’t certain which bytes a character is there is no way', () => {
  const broken = Uint8Array.from([0x61, 0xff, 0x62])
  expect(Recoding.between(broken, read(broken, 'utf-8'), read(broken, 'koi8-r'))).toBeNull()
})

test('an earlier reading is known by the hash of its text, whichever encoding it was in', () => {
  const is = read(koi, 'koi8-r')
  const was = sha256(read(koi, 'mac_cyrillic').text)
  const ways = recodings(koi, is, [was, sha256('another text')], known)
  expect([...ways.keys()]).toEqual([was])
  expect(ways.get(was)!.span(5, 9)).toEqual({ start: 5, end: 9 })
})

test('a text that isn’t all that its bytes say has no earlier readings', () => {
  const was = sha256(read(koi, 'cp866').text)
  expect(recodings(koi, { text: 'Порт', encoding: 'koi8-r' }, [was], known).size).toBe(0)
})
