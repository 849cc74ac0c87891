import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Entry, type NewEntry, readHistory, writeEntry } from './history.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const at = '2031-03-04T05:06:07.000Z'
const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  fc.string().map(id => ({ kind: 'edit' as const, at, revision: 1, edit: { kind: 'remove', id } })),
  fc.string().map(sha256 => ({ kind: 'checkpoint' as const, at, sha256 })),
  fc.option(fc.string()).map(sha256 => ({ kind: 'base' as const, at, sha256, file: { format: 'x' } })),
)

/** A base is written as the text of its file, with line breaks and all. */
function asNew(entry: Entry): NewEntry {
  return entry.kind === 'base' ? { ...entry, text: `${JSON.stringify(entry.file, null, 2)}\n` } : entry
}

function write(entries: readonly Entry[]): string {
  let previous = ''
  return entries
    .map(entry => {
      const { line, last } = writeEntry(asNew(entry), previous, hash)
      previous = last
      return line
    })
    .join('')
}

const read = (text: string) => readHistory(new TextEncoder().encode(text), hash)

test('what was written is read back', () => {
  fc.assert(
    fc.property(fc.array(anyEntry), entries => {
      expect(read(write(entries))).toMatchObject({ entries, damage: 'none' })
    }),
  )
})

test('a history cut off anywhere gives its whole lines, and the next line can follow them', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { minLength: 1 }), fc.nat(), anyEntry, (entries, n, next) => {
      const bytes = new TextEncoder().encode(write(entries))
      const cut = readHistory(bytes.slice(0, n % bytes.length), hash)
      expect(cut.entries).toEqual(entries.slice(0, cut.entries.length))
      expect(cut.damage).not.toBe('broken')
      const good = new TextDecoder().decode(bytes.slice(0, cut.goodBytes))
      const again = read(good + writeEntry(asNew(next), cut.last, hash).line)
      expect(again).toMatchObject({ entries: [...cut.entries, next], damage: 'none' })
    }),
  )
})

const lines = (n: number) =>
  write(Array.from({ length: n }, (_, i) => ({ kind: 'checkpoint' as const, at, sha256: `${i}` })))

test('a line that was altered, taken out or put in is seen', () => {
  const whole = lines(5)
  const [first, second, third, ...others] = whole.split('\n')
  const altered = [
    whole.replace('"sha256":"1"', '"sha256":"9"'),
    [first, third, ...others].join('\n'),
    [first, second, second, third, ...others].join('\n'),
  ]
  for (const text of altered) expect(read(text).damage).toBe('broken')
})

test('a last line that a crash left half written is no damage to the rest', () => {
  expect(read(`${lines(3)}{"v":1,"kind":"ed`)).toMatchObject({ damage: 'torn', entries: { length: 3 } })
})
