import { expect, it } from 'vitest'
import { apart } from './apart.ts'

it('letters of a line stand beside one another, and none over another', () => {
  const placed = apart([
    { left: 104, top: 20, letters: 'B' },
    { left: 100, top: 20, letters: 'A' },
    { left: 106, top: 20, letters: 'AC' },
    { left: 300, top: 20, letters: 'C' },
    { left: 101, top: 50, letters: 'D' },
  ])
  expect(placed).toEqual([
    { left: 100, top: 20, letters: 'A' },
    { left: 101, top: 50, letters: 'D' },
    { left: 116, top: 20, letters: 'B' },
    { left: 136, top: 20, letters: 'AC' },
    { left: 300, top: 20, letters: 'C' },
  ])
})

it('the same letters at the same place are said once', () => {
  const one = { left: 100, top: 20, letters: 'A' }
  expect(apart([one, { ...one }, { ...one, letters: 'B' }])).toEqual([one, { left: 116, top: 20, letters: 'B' }])
})
