import { expect, test } from 'vitest'
import { annotates } from './annotates.ts'

test('who only talks about an article hasn’t annotated it; who found nothing in it has', () => {
  const layer = { annotator: 'ada', annotations: [], links: [], status: 'in-progress' as const }
  expect(annotates({ ...layer, discussion: 2 })).toBe(false)
  expect(annotates(layer)).toBe(true)
  expect(annotates({ ...layer, discussion: 2, status: 'done' })).toBe(true)
  const one = { id: 'a', tag: 'claim', spans: [{ start: 0, end: 1 }], attributes: {} }
  expect(annotates({ ...layer, discussion: 2, annotations: [one] })).toBe(true)
})
