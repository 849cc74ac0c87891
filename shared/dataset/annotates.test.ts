import { expect, test } from 'vitest'
import { onlyDiscusses } from './annotates.ts'

test('who only talks about an article hasn’t annotated it; who found nothing in it has', () => {
  const layer = { annotations: [], links: [], status: 'in-progress' as const }
  expect(onlyDiscusses(layer, 2)).toBe(true)
  expect(onlyDiscusses(layer, 0)).toBe(false)
  expect(onlyDiscusses({ ...layer, status: 'done' }, 2)).toBe(false)
  const one = { id: 'a', tag: 'claim', spans: [{ start: 0, end: 1 }], attributes: {} }
  expect(onlyDiscusses({ ...layer, annotations: [one] }, 2)).toBe(false)
})
