import { expect, test } from 'vitest'
import { blockIndexAt, readBlocks } from './blocks.ts'
import { nearestFirst } from './opening.ts'

test('blocks come back without a gap, with a person’s zones and as they were read', () => {
  const title = { start: 0, end: 5, zone: 'title', by: 'reader' }
  expect(
    readBlocks('[[5,"title","reader"],[9,"body","person","caption","item"],[12,"body","reader",null,"row"]]'),
  ).toEqual({
    blocks: [
      title,
      { start: 5, end: 9, zone: 'body', by: 'person', form: 'item' },
      { start: 9, end: 12, zone: 'body', by: 'reader', form: 'row' },
    ],
    asRead: [
      title,
      { start: 5, end: 9, zone: 'caption', by: 'reader', form: 'item' },
      { start: 9, end: 12, zone: 'body', by: 'reader', form: 'row' },
    ],
  })
})

test('a place belongs to the block that begins there; the end of the text to the last', () => {
  const { blocks } = readBlocks('[[5,"title","reader"],[9,"body","reader"]]')
  expect([0, 4, 5, 8, 9].map(offset => blockIndexAt(blocks, offset))).toEqual([0, 0, 1, 1, 1])
  expect(blockIndexAt([], 0)).toBe(-1)
})

test('the piece with the reader’s place comes first, then its neighbours, and each once', () => {
  expect(nearestFirst({ pieces: [0, 100, 200, 300] }, 250)).toEqual([2, 3, 1, 0])
  expect(nearestFirst({ pieces: [50, 100] }, 0)).toEqual([0, 1])
  expect(nearestFirst({ pieces: [] }, 7)).toEqual([])
})
