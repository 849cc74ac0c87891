import { expect, test } from 'vitest'
import { fitOf } from './fitOf.ts'

test('better fits come first: the title’s beginning, a word’s beginning, anywhere', () => {
  const titles = ['Next article', 'Remove the text', 'Context of it', 'Undo']
  const sorted = titles.filter(title => fitOf(title, 'te')).sort((one, other) => fitOf(other, 'te') - fitOf(one, 'te'))
  expect(fitOf('Text larger', 'te')).toBeGreaterThan(fitOf('Remove the text', 'te'))
  expect(sorted).toEqual(['Remove the text', 'Context of it'])
})

test('every typed word must be there', () => {
  expect(fitOf('Next article', 'art ne')).toBeGreaterThan(0)
  expect(fitOf('Next article', 'art pre')).toBe(0)
  expect(fitOf('Next article', ' ')).toBeGreaterThan(0)
})
