import { expect, test } from 'vitest'
import { fitTo } from './fit.ts'
import { saysAll } from './format.ts'

test('for a format that counts words the white space at an annotation’s ends is left out, and told; one of nothing else is dropped', () => {
  const text = 'The cat sat.'
  const spans = [
    { start: 3, end: 8 },
    { start: 3, end: 4 },
    { start: 4, end: 7 },
  ]
  const annotations = spans.map((span, i) => ({ id: `n${i}`, tag: 'actor', spans: [span], attributes: {} }))
  const article = {
    ...{ path: 'a.txt', text, metadata: {}, zones: [] },
    layers: [{ annotator: 'ada', annotations, links: [] }],
  }
  const { article: fitted, leftOut } = fitTo(article, { ...saysAll, 'space-at-ends': ['trim'] })
  expect(fitted.layers[0]!.annotations.map(one => [one.id, one.spans])).toEqual([
    ['n0', [{ start: 4, end: 7 }]],
    ['n2', [{ start: 4, end: 7 }]],
  ])
  expect(leftOut.map(({ id, feature, done }) => [id, feature, done])).toEqual([
    ['n0', 'space-at-ends', 'changed'],
    ['n1', 'space-at-ends', 'dropped'],
  ])
})
