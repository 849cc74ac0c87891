import { expect, it } from 'vitest'
import type { Comparable } from '../state/comparing.ts'
import { layersToCompare } from './comparingActions.ts'

const found = ['ada', 'ben', 'cleo'].map((id): Comparable => ({ id, name: id, kind: 'colleague', articles: 1 }))

it('those of the article are compared, and the own layer if anything stands in it', () => {
  expect(layersToCompare([], found, ['ben', 'cleo'], '')).toEqual(['ben', 'cleo'])
  expect(layersToCompare([], found, ['ben'], 'ada')).toEqual(['ada', 'ben'])
  expect(layersToCompare([], found, undefined, '')).toEqual(['ada', 'ben', 'cleo'])
})

it('those that were compared last stay chosen; one alone, left from an article that nobody else annotated, gives way to those that are here', () => {
  expect(layersToCompare(['ada', 'cleo'], found, ['ben', 'cleo'], '')).toEqual(['ada', 'cleo'])
  expect(layersToCompare(['ada'], found, ['ben', 'cleo'], '')).toEqual(['ben', 'cleo'])
})
