import { expect, test } from 'vitest'
import { blockSpans } from '../../../shared/article/blocks.ts'
import { moveForKey } from './keys.ts'
import { stepInText, type TextUnit } from './moving.ts'
import { Pieces } from './pieces.ts'

/** Steps from `|` in a drawn text and draws where the caret lands. */
function step(picture: string, unit: TextUnit, forward: boolean): string {
  const text = picture.replace('|', '')
  const blocks = blockSpans(text).map(span => ({ ...span, zone: 'body', by: 'reader' }) as const)
  const to = stepInText({ text, blocks, pieces: new Pieces(text, blocks) }, unit, picture.indexOf('|'), forward)
  return `${text.slice(0, to)}|${text.slice(to)}`
}

test.each([
  ['a|👩‍👩‍👧‍👦b', 'character', 'a👩‍👩‍👧‍👦|b'],
  ['one| two', 'word', 'one two|'],
  ['|One. Two.', 'sentence', 'One.| Two.'],
  ['One.| Two.\nThree.', 'sentence', 'One. Two.|\nThree.'],
  ['One. Two.|\n\nThree.', 'sentence', 'One. Two.\n\nThree.|'],
  ['fi|rst\n\nsecond\n', 'paragraph', 'first\n\n|second\n'],
  ['last| one\n', 'paragraph', 'last one\n|'],
  ['a|b', 'article', 'ab|'],
] as const)('%j and a %s onwards is %j', (from, unit, to) => {
  expect(step(from, unit, true)).toBe(to)
})

test.each([
  ['a👩‍👩‍👧‍👦|b', 'character', 'a|👩‍👩‍👧‍👦b'],
  ['one two|', 'word', 'one |two'],
  ['One. Tw|o.', 'sentence', 'One. |Two.'],
  ['One. |Two.', 'sentence', '|One. Two.'],
  ['One.\n\n|Two.', 'sentence', '|One.\n\nTwo.'],
  ['first\n\nsec|ond\n', 'paragraph', 'first\n\n|second\n'],
  ['first\n\n|second\n', 'paragraph', '|first\n\nsecond\n'],
  ['a|b', 'article', '|ab'],
] as const)('%j and a %s back is %j', (from, unit, to) => {
  expect(step(from, unit, false)).toBe(to)
})

test('keys say what the caret does', () => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  expect(moveForKey({ ...none, key: 'ArrowLeft' })).toEqual({ unit: 'character', direction: 'left', extend: false })
  expect(moveForKey({ ...none, key: 'ArrowRight', ctrlKey: true, shiftKey: true })).toMatchObject({
    unit: 'word',
    extend: true,
  })
  expect(moveForKey({ ...none, key: 'End', ctrlKey: true })).toMatchObject({ unit: 'article', direction: 'forward' })
  expect(moveForKey({ ...none, key: 'x' })).toBeUndefined()
})
