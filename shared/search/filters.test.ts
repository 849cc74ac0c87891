import { expect, test } from 'vitest'
import type { Annotation, Attributes } from '../annotation/annotation.ts'
import { passes } from './filters.ts'
import { type AskedAttribute, emptyQuery } from './query.ts'

type Asked = readonly [id: string, how: AskedAttribute['how'], value: AskedAttribute['value']]

/** Whether a claim with these answers is found by what is asked. */
function isFound(attributes: Attributes, asked: readonly Asked[]): boolean {
  const query = {
    ...emptyQuery,
    attributes: asked.map(([id, how, value]) => ({ tag: 'claim', id, value, ...(how ? { how } : {}) })),
  }
  return passes(query, 'ada', { tag: 'claim', attributes, modified: '2031' } as Annotation)
}

test.each<[string, Attributes, readonly Asked[], boolean]>([
  ['a number that is asked for', { size: 3 }, [['size', undefined, 3]], true],
  ['another number', { size: 4 }, [['size', undefined, 3]], false],
  [
    'a number within two bounds',
    { size: 4 },
    [
      ['size', 'from', 3],
      ['size', 'until', 4],
    ],
    true,
  ],
  [
    'a number beyond one of them',
    { size: 5 },
    [
      ['size', 'from', 3],
      ['size', 'until', 4],
    ],
    false,
  ],
  ['no number at all', {}, [['size', 'from', 3]], false],
  [
    'a day of a year',
    { when: '2031-03-04' },
    [
      ['when', 'from', '2031'],
      ['when', 'until', '2031'],
    ],
    true,
  ],
  ['a year that may be after a day', { when: '2031' }, [['when', 'from', '2031-12-31']], true],
  ['a day before', { when: '2030-12-31' }, [['when', 'from', '2031']], false],
  ['a text that holds words', { where: 'In Málaga' }, [['where', 'contains', 'malaga']], true],
  ['a text that doesn’t', { where: 'In Porto' }, [['where', 'contains', 'malaga']], false],
  [
    'one of two alternatives',
    { where: 'Porto' },
    [
      ['where', 'contains', 'malaga'],
      ['where', undefined, 'Porto'],
    ],
    true,
  ],
  [
    'one attribute of two',
    { where: 'Porto', size: 1 },
    [
      ['where', undefined, 'Porto'],
      ['size', 'from', 3],
    ],
    false,
  ],
])('%s', (_, attributes, asked, found) => {
  expect(isFound(attributes, asked)).toBe(found)
})
