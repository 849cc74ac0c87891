import { expect, test } from 'vitest'
import { annotate } from '../annotation/drawn.laws.ts'
import { referTo } from './referTo.ts'

const text = 'The cat sat.'
const cat = annotate(text, { start: 4, end: 7 }, { id: 'cat', tag: 'actor', entity: 'tom' })
const link = { id: 'l', type: 'about', from: 'cat', to: { entity: 'tom' }, attributes: {} }
const now = '2031-03-09T10:00:00.000Z'

test('annotations, placed or not, and links mean the other entity, one edit for each article', () => {
  const unplaced = { ...cat, id: 'gone', placement: 'lost' as const, textSha256: '' }
  const references = [
    { article: 'a', annotation: cat },
    { article: 'b', link },
    { article: 'a', unplaced },
  ]
  expect(referTo(references, 'felix', now)).toEqual([
    {
      article: 'a',
      edit: {
        kind: 'all',
        edits: [
          { kind: 'put', annotation: { ...cat, entity: 'felix', modified: now } },
          { kind: 'putUnplaced', unplaced: { ...unplaced, entity: 'felix', modified: now } },
        ],
      },
      seen: {
        kind: 'all',
        edits: [
          { kind: 'put', annotation: cat },
          { kind: 'putUnplaced', unplaced },
        ],
      },
    },
    {
      article: 'b',
      edit: { kind: 'putLink', link: { ...link, to: { entity: 'felix' } } },
      seen: { kind: 'putLink', link },
    },
  ])
})
