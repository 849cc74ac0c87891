import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseGitConflict } from './gitConflict.ts'

const marked = (...lines: string[]) => `${lines.join('\n')}\n`

test('a file with conflict markers is taken apart into both versions', () => {
  const text = marked('{', '<<<<<<< HEAD', '  "a": 1', '=======', '  "a": 2', '>>>>>>> other', '}')
  expect(parseGitConflict(text)).toEqual({
    agreed: null,
    ours: marked('{', '  "a": 1', '}'),
    theirs: marked('{', '  "a": 2', '}'),
  })
})

test('what both began with is known where git says it at every place', () => {
  const place = (ours: string, agreed: string, theirs: string) =>
    ['<<<<<<< HEAD', ours, '||||||| 1a2b3c', agreed, '=======', theirs, '>>>>>>> other'] as const
  const text = marked('[', ...place('1', '0', '2'), ...place('3', '0', '4'), ']')
  expect(parseGitConflict(text)?.agreed).toBe(marked('[', '0', '0', ']'))
  const without = text.replace('||||||| 1a2b3c\n0\n', '')
  expect(parseGitConflict(without)?.agreed).toBe(null)
})

test.each([
  ['no markers', '{}\n'],
  ['an end that is missing', marked('<<<<<<< HEAD', '1', '=======', '2')],
  ['a middle that is missing', marked('<<<<<<< HEAD', '1', '>>>>>>> other')],
  ['a beginning in a beginning', marked('<<<<<<< HEAD', '<<<<<<< HEAD', '=======', '>>>>>>> other')],
  ['markers inside a line', '{"quote": "<<<<<<< HEAD"}\n'],
])('%s: it is no such file', (_, text) => {
  expect(parseGitConflict(text)).toBe(null)
})

test('law: what git would write of two versions gives both back', () => {
  const line = fc.constantFrom('a', 'b', '{', '', 'ä')
  const lines = fc.array(line, { maxLength: 4 })
  const part = fc.oneof(
    lines.map(all => ({ ours: all, theirs: all })),
    fc.tuple(lines, lines).map(([ours, theirs]) => ({ ours, theirs })),
  )
  fc.assert(
    fc.property(fc.array(part), parts => {
      const text = parts
        .flatMap(({ ours, theirs }) =>
          ours === theirs ? ours : ['<<<<<<< HEAD', ...ours, '=======', ...theirs, '>>>>>>> x'],
        )
        .map(one => `${one}\n`)
        .join('')
      if (!text.includes('<<<<<<<')) return
      const whole = (side: 'ours' | 'theirs') =>
        parts
          .flatMap(one => one[side])
          .map(one => `${one}\n`)
          .join('')
      expect(parseGitConflict(text)).toMatchObject({ ours: whole('ours'), theirs: whole('theirs') })
    }),
  )
})
