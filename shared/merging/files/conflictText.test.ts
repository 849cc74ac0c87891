import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseGitConflict } from '../gitConflict.ts'
import { conflictText } from './conflictText.ts'

const lines = (...all: string[]) => all.map(line => `${line}\n`).join('')

test('what is the same stands once, and what differs between markers, with what both began with', () => {
  const of = (word: string) => lines('{', '"cat"', `"${word}"`, '"dog"', '}')
  expect(conflictText({ base: of('was'), mine: of('one'), theirs: of('other') })).toBe(
    lines(
      ...['{', '"cat"', '<<<<<<< mine', '"one"', '||||||| base', '"was"', '=======', '"other"', '>>>>>>> theirs'],
      ...['"dog"', '}'],
    ),
  )
})

test('versions with nothing in common stand whole, and a last line gets its end', () => {
  expect(conflictText({ base: null, mine: '1', theirs: '2\n' })).toBe(
    lines('<<<<<<< mine', '1', '=======', '2', '>>>>>>> theirs'),
  )
})

test.each(['<<<<<<< HEAD', '=======', '||||||| x', '>>>>>>> other'])(
  'versions in which %s stands already can’t be told in markers',
  marker => {
    expect(conflictText({ base: null, mine: lines('a', marker), theirs: lines('b') })).toBe(null)
  },
)

test('law: taken apart as git’s own conflict it gives the very versions back', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', '{', '}', '', 'ä', 'id 1', 'id 2', 'id 3'), { maxLength: 12 })
    .map(all => lines(...all))
  fc.assert(
    fc.property(fc.option(text), text, text, (base, mine, theirs) => {
      const found = conflictText({ base, mine, theirs })!
      if (found.includes('<<<<<<<')) expect(parseGitConflict(found)).toEqual({ agreed: base, ours: mine, theirs })
      else expect([mine, theirs]).toEqual([found, found])
    }),
    { numRuns: 1000 },
  )
})
