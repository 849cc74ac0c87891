import { expect, test } from 'vitest'
import { countUnseen, unseenIn, withUnseenShown } from './unseen.ts'

const found = (text: string) => [...unseenIn(text)].map(({ start, end, kind }) => [start, end, kind])

test('what puts letters in another order is found where it stands, and shown by its number in a list', () => {
  expect(found('pay \u202e05\u202c now')).toEqual([
    [4, 5, 'order'],
    [7, 8, 'order'],
  ])
  for (const one of '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069') expect(found(`a${one}b`)).toHaveLength(1)
  expect(withUnseenShown('over\u202egnp.txt')).toBe('over‹U+202E›gnp.txt')
})

test('control characters, and what hides inside a word, are found', () => {
  expect(found('a\0b\x1bc\x9bd')).toEqual([
    [1, 2, 'control'],
    [3, 4, 'control'],
    [5, 6, 'control'],
  ])
  expect(found('Fer\u200brow, 12\u2060b, x\ufeffy')).toEqual([
    [3, 4, 'hidden'],
    [11, 12, 'hidden'],
    [16, 17, 'hidden'],
  ])
  // Letters that no face has: two units each, one after another.
  expect(found('a\u{e0041}\u{e0042}')).toEqual([
    [1, 3, 'hidden'],
    [3, 5, 'hidden'],
  ])
  expect(withUnseenShown('\u{e0041}\0')).toBe('‹U+E0041›‹U+0000›')
})

test('honest text has nothing of the kind', () => {
  const honest = [
    '\ufeffA mark at the beginning,\tand\r\nlines\fof\vevery\u2028kind',
    'A soft\u00adhyphen, a no\u00a0break, “Größe”, 東京、\u3000',
    'עברית \u200f12%\u200e and العربية \u061c، می\u200cخواهم',
    'ภาษา\u200bไทย, and/\u200bor',
    'families 👩\u200d👩\u200d👧, hearts ❤\ufe0f, Scotland 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}.',
  ]
  for (const text of honest) expect([countUnseen(text), withUnseenShown(text)]).toEqual([0, text])
})
