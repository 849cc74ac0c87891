import { expect, test } from 'vitest'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import { describe } from './describe.ts'

const claim: Annotation = {
  id: 'c',
  tag: 'claim',
  spans: [{ start: 0, end: 11, quote: 'It will\nend', before: '', after: '' }],
  attributes: { polarity: 'opposes', type: 'prediction', old: 'kept' },
  origin: { kind: 'manual' },
  created: '',
  modified: '',
}

test('what was answered is told in the codebook’s order and words; what wasn’t is not', () => {
  const { tag, words, attributes } = describe(claim, defaultCodebook)
  expect([tag, words]).toEqual(['Claim', 'It will end'])
  expect(attributes).toEqual([
    ['Type', 'prediction'],
    ['Polarity', 'opposes'],
  ])
})

test('of a note the first line with words is told, and an entity by its name if it has one', () => {
  const noted = { ...claim, note: '\n  \nSee the minutes.\nAnd the letter.', entity: 'e-1' }
  expect(describe(noted, defaultCodebook, () => 'Ana Prado')).toMatchObject({
    note: 'See the minutes.',
    entity: 'Ana Prado',
  })
  expect(describe(noted, defaultCodebook).entity).toBe('e-1')
  expect(describe(claim, defaultCodebook)).not.toHaveProperty('note')
})

test('an annotation of a tag that the codebook doesn’t know is called by the tag’s id', () => {
  expect(describe({ ...claim, tag: 'rumour' }, defaultCodebook)).toMatchObject({ tag: 'rumour', attributes: [] })
})
