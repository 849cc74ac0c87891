import { expect, test } from 'vitest'
import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { crowdOf, linesOf } from './crowds.ts'

/** Annotations drawn under a text: each `=` is a character that it covers. */
function drawn(pictures: Readonly<Record<string, string>>): Annotation[] {
  return Object.entries(pictures).map(([id, picture]) => ({
    id,
    tag: 'claim',
    spans: [{ start: picture.indexOf('='), end: picture.lastIndexOf('=') + 1, quote: '', before: '', after: '' }],
    attributes: {},
    origin: { kind: 'manual' },
    created: '',
    modified: '',
  }))
}

test('the mark counts what isn’t painted, and asks about all that is stacked there, the smallest first', () => {
  const annotations = drawn({ long: '==========', hidden: '  ====    ', short: '  ==      ', beside: '        ==' })
  const hidden = [{ id: 'hidden', offset: 2 }]
  expect(crowdOf(hidden, annotations)).toEqual({ count: 1, ids: ['short', 'hidden', 'long'], offset: 2 })
})

test('of several that aren’t painted all stacks are asked about, still the smallest first', () => {
  const annotations = drawn({ long: '======    ', one: '=====     ', small: '       =  ', other: '       ===' })
  const hidden = [
    { id: 'one', offset: 0 },
    { id: 'other', offset: 7 },
  ]
  expect(crowdOf(hidden, annotations)).toMatchObject({ count: 2, ids: ['small', 'other', 'one', 'long'], offset: 0 })
})

test('what begins on one line is counted together', () => {
  const begins = [{ top: 30.5 }, { top: 61 }, { top: 30 }, { top: 63 }]
  expect(linesOf(begins).map(line => line.length)).toEqual([2, 2])
})
