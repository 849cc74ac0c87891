import { expect, test } from 'vitest'
import { encodingNames } from '../../shared/text/encodingNames.ts'
import { encodingSamples } from './encodingSamples.ts'

const of = (bytes: Uint8Array, encoding: string) =>
  encodingSamples({ bytes }).find(sample => sample.encoding === encoding)!

/** `Забастовка` in KOI8-R. */
const strike = [0xfa, 0xc1, 0xc2, 0xc1, 0xd3, 0xd4, 0xcf, 0xd7, 0xcb, 0xc1]

test('every encoding shows the same bytes, those in which everything means something first', () => {
  const samples = encodingSamples({ bytes: Uint8Array.from(strike) })
  expect(new Set(samples.map(({ encoding }) => encoding))).toEqual(new Set(encodingNames))
  const sound = samples.map(({ invalid }) => invalid === 0)
  expect(sound.lastIndexOf(true)).toBeLessThan(sound.indexOf(false))
  expect(of(Uint8Array.from(strike), 'koi8-r')).toEqual({ encoding: 'koi8-r', words: 'Забастовка', invalid: 0 })
  expect(of(Uint8Array.from(strike), 'utf-8').invalid).toBeGreaterThan(0)
})

test('what is shown is where the encodings differ, however far down, from the beginning of its line', () => {
  const plain = new TextEncoder().encode(`${'A line of plain words.\n'.repeat(5000)}See: `)
  const bytes = Uint8Array.from([...plain, ...strike, 0x0a])
  expect(of(bytes, 'koi8-r').words).toBe('See: Забастовка')
})

test('one line of at most eighty characters, whatever the file holds', () => {
  const long = new TextEncoder().encode(`💬${'ё \t\r\n\0'.repeat(4000)}`)
  for (const { words } of encodingSamples({ bytes: long })) {
    expect([...words].length).toBeLessThanOrEqual(80)
    expect(words).not.toMatch(/[\n\r\t\0]/)
  }
  expect(encodingSamples({ bytes: new Uint8Array() })).toHaveLength(encodingNames.length)
})

test('two bytes a character are read from where a character begins', () => {
  const wide = new Uint8Array(Buffer.from(`${'Plain.\n'.repeat(60)}Забастовка`, 'utf16le'))
  expect(of(wide, 'utf-16-le').words).toContain('Plain.')
  expect(of(wide, 'utf-16-le').invalid).toBe(0)
})
