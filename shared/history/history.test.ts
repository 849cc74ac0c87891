import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '../json/json.ts'
import { type Entry, type NewEntry, readHistory, writeEntry } from './history.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const at = '2031-03-04T05:06:07.000Z'
const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  fc.string().map(id => ({ kind: 'edit' as const, at, revision: 1, edit: { kind: 'remove', id } })),
  fc.tuple(fc.string(), fc.nat(3)).map(([sha256, lacks]) => ({ kind: 'checkpoint' as const, at, sha256, lacks })),
  fc.string().map(sha256 => ({ kind: 'kept' as const, at, sha256 })),
  fc.string().map(sha256 => ({ kind: 'base' as const, at, sha256, file: null })),
  fc.option(fc.string()).map(sha256 => ({ kind: 'base' as const, at, sha256, file: { format: 'x' } as JsonObject })),
)

/** A base is written as the text of its file, with line breaks and all. */
function asNew(entry: Entry): NewEntry {
  if (entry.kind !== 'base') return entry
  const { file, ...others } = entry
  return { ...others, parts: file && [...`${JSON.stringify(file, null, 2)}\n`] }
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

const lines = (n: number) => write(Array.from({ length: n }, (_, i) => ({ kind: 'kept' as const, at, sha256: `${i}` })))

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

test('a line that was altered is seen also where only one follows it', () => {
  expect(read(lines(3).replace('"sha256":"1"', '"sha256":"9"')).damage).toBe('broken')
})

test('a last line that a crash left half written is no damage to the rest', () => {
  expect(read(`${lines(3)}{"v":1,"kind":"ed`)).toMatchObject({ damage: 'torn', entries: { length: 3 } })
})

test('a line that an earlier version would misread says that it is of a later one, and all others are as they were', () => {
  const versions = ([entry]: readonly Entry[]) => JSON.parse(write([entry!])).v
  expect(versions([{ kind: 'checkpoint', at, sha256: 'x', lacks: 0 }])).toBe(1)
  expect(versions([{ kind: 'checkpoint', at, sha256: 'x', lacks: 2 }])).toBe(2)
  expect(versions([{ kind: 'base', at, sha256: 'x', file: { format: 'x' } }])).toBe(1)
  expect(versions([{ kind: 'base', at, sha256: 'x', file: null }])).toBe(2)
  expect(write([{ kind: 'checkpoint', at, sha256: 'x', lacks: 0 }])).not.toContain('lacks')
})

test.each([
  [2, { kind: 'putComment', comment: { id: 'c' } }],
  [
    2,
    {
      kind: 'all',
      edits: [
        { kind: 'remove', id: 'a' },
        { kind: 'removeVerdict', id: 'v' },
      ],
    },
  ],
  [2, { kind: 'set', of: 'rounds', id: 'r', fields: {} }],
  [2, { kind: 'set', of: 'reasons', id: 'slip', fields: { label: 'A slip' } }],
  [2, { kind: 'all', edits: [{ kind: 'drop', of: 'seals', id: 's' }] }],
  [1, { kind: 'set', of: 'people', id: 'p', fields: {} }],
  [1, { kind: 'all', edits: [{ kind: 'remove', id: 'a' }] }],
])('the line of an edit is of version %i: %j', (version, edit) => {
  expect(JSON.parse(write([{ kind: 'edit', at, revision: 1, edit }])).v).toBe(version)
})

test('a history by an earlier version is read as it always was', () => {
  const line = (fields: object) => `${JSON.stringify({ v: 1, ...fields })}\n`
  const base = line({ kind: 'base', at, sha256: null, file: { format: 'x' }, previous: '' })
  const checkpoint = line({ kind: 'checkpoint', at, sha256: 'x', previous: hash(base.trimEnd()) })
  const expected = [
    { kind: 'base', at, sha256: null, file: { format: 'x' } },
    { kind: 'checkpoint', at, sha256: 'x', lacks: 0 },
  ]
  expect(read(base + checkpoint)).toMatchObject({ entries: expected, damage: 'none' })
})

test.each([-1, 1.5, 'two', null])('a checkpoint that lacks %j edits is no line of ours', lacks => {
  const line = `${JSON.stringify({ v: 2, kind: 'checkpoint', at, sha256: 'x', lacks, previous: '' })}\n`
  expect(read(line + line)).toMatchObject({ entries: [], damage: 'broken' })
})
