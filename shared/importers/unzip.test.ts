import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { swelling, zipOfSwelling } from './deflated.laws.ts'
import { unzip } from './unzip.ts'

test('files are had by their names, and only those that are wanted', () => {
  const files = unzip(zipSync({ 'a.xml': strToU8('A'), 'b.png': strToU8('B') }), name => name.endsWith('.xml'))
  expect([files.text('a.xml'), files.text('b.png'), files.has('b.png'), files.text('constructor')]).toEqual([
    'A',
    null,
    true,
    null,
  ])
})

test('an archive that unpacks to more than a document is refused before it is unpacked', () => {
  const nulls = swelling(64, '\0')
  const bombOf = (length: number) =>
    zipOfSwelling({}, Object.fromEntries(Array.from({ length }, (_, i) => [`${i}.xml`, nulls])))
  expect(bombOf(5).byteLength).toBeLessThan(2_000_000)
  expect(() => unzip(bombOf(5), () => true)).toThrow(/256 MB/)
  // It is a whole archive: one that holds less of the same is read.
  expect(unzip(bombOf(1), () => true).bytes('0.xml')?.length).toBe(nulls.length)
})

test('an archive that lies about its sizes takes no more memory than it said', () => {
  const honest = zipSync({ 'a.xml': new Uint8Array(1_000_000) })
  const lying = Uint8Array.from(honest)
  const view = new DataView(lying.buffer)
  // The size stands in the head of the file and again in the list at the end.
  for (let at = 0; at + 4 <= lying.length; at++)
    if (view.getUint32(at, true) === 1_000_000) view.setUint32(at, 10, true)
  const read = () => unzip(lying, () => true).text('a.xml')?.length ?? 0
  let length = 0
  try {
    length = read()
  } catch (error) {
    expect(String(error)).toMatch(/damaged/)
  }
  expect(length).toBeLessThanOrEqual(10)
})

test('an archive of more files than any document is refused', () => {
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, new Uint8Array(0)]))
  expect(() => unzip(zipSync(many), () => false)).toThrow(/10000 files/)
})
