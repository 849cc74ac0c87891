import { expect, test } from 'vitest'
import type { Annotation } from './annotation.ts'
import { stackAround, stackAt } from './stack.ts'

/** Annotations drawn under a text: each `=` is a character that it covers. */
function drawn(pictures: Readonly<Record<string, string>>): Annotation[] {
  return Object.entries(pictures).map(([id, picture]) => ({
    id,
    tag: 'claim',
    spans: [...picture.matchAll(/=+/g)].map(({ index, 0: run }) => ({
      start: index,
      end: index + run.length,
      quote: '',
      before: '',
      after: '',
    })),
    attributes: {},
    origin: { kind: 'manual' },
    created: '',
    modified: '',
  }))
}

test('of those at a place the smallest comes first', () => {
  const annotations = drawn({ large: '==========', small: '  ===     ', beside: '     ==   ' })
  expect(stackAt(annotations, 3).map(({ id }) => id)).toEqual(['small', 'large'])
  expect(stackAt(annotations, 5).map(({ id }) => id)).toEqual(['beside', 'large'])
})

test('the gap of a discontinuous annotation is not a part of it', () => {
  const annotations = drawn({ parted: '===    ===' })
  expect(stackAt(annotations, 4)).toEqual([])
  expect(stackAt(annotations, 7)).toHaveLength(1)
})

test('a caret at the end of an annotation is still at it, and between two it is at both', () => {
  const annotations = drawn({ before: '===     ', after: '   ==   ', far: '      ==' })
  expect(stackAround(annotations, 3).map(({ id }) => id)).toEqual(['after', 'before'])
})
