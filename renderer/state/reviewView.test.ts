import { expect, test } from 'vitest'
import { letterOf, makeReviewView, shownName } from './reviewView.ts'

function given(drawn: readonly number[] = []) {
  const left = [...drawn]
  const view = makeReviewView({ random: () => left.shift() ?? 0 })
  view.name([
    { id: 'ben', name: 'Ben Ott' },
    { id: 'ada', name: 'Ada Lind' },
    { id: 'cem', name: 'Cem Kaya' },
  ])
  return view
}

test('Chosen layers have letters in the order of their ids, whatever order they were chosen in', () => {
  const view = given()
  view.choose(['cem', 'ada', 'ben', 'ada'])
  expect(view.getState().layers).toEqual(['ada', 'ben', 'cem'])
  expect(letterOf(view.getState(), 'cem')).toBe('C')
  expect(shownName(view.getState(), 'cem')).toBe('Cem Kaya')
})

test('Where names are hidden, who is A is drawn anew each time, and only letters are shown', () => {
  const view = given(Array.from({ length: 20 }, (_, i) => i / 20))
  view.choose(['ada', 'ben', 'cem'])
  const orders = Array.from({ length: 20 }, () => {
    view.setBlind(true)
    const { layers } = view.getState()
    expect(layers.map(layer => shownName(view.getState(), layer))).toEqual(['A', 'B', 'C'])
    view.setBlind(false)
    expect(view.getState().layers).toEqual(['ada', 'ben', 'cem'])
    return layers.join()
  })
  expect(new Set(orders).size).toBeGreaterThan(3)
})

test('Where names are hidden, somebody has the same letter whatever is chosen, and whoever else is met', () => {
  const view = given([0.3])
  view.setBlind(true)
  const letter = () => shownName(view.getState(), 'ben')
  const before = letter()
  view.choose(['ben', 'cem'])
  expect(letter()).toBe(before)
  view.meet(['dia', 'ada'])
  view.choose(['ben'])
  expect(letter()).toBe(before)
  expect(letterOf(view.getState(), 'dia')).toBe('D')
  view.choose(['cem', 'ada', 'ben'])
  const letters = view.getState().layers.map(layer => shownName(view.getState(), layer))
  expect(letters).toEqual(['A', 'B', 'C'])
})

test('Hiding names that are hidden draws nothing anew', () => {
  const view = given([0.9, 0.1, 0.8, 0.2])
  view.choose(['ada', 'ben'])
  view.setBlind(true)
  const { layers } = view.getState()
  view.setBlind(true)
  expect(view.getState().layers).toBe(layers)
})

test('Whose layer isn’t chosen any more isn’t filtered by', () => {
  const view = given()
  view.choose(['ada', 'ben'])
  view.filter({ annotators: ['ada', 'ben'], tags: ['claim'] })
  view.choose(['ben', 'cem'])
  expect(view.getState().filters.annotators).toEqual(['ben'])
  view.choose(['ada', 'cem'])
  expect(view.getState().filters).toEqual({ kinds: null, tags: ['claim'], annotators: null })
})

test('Who isn’t chosen has no letter beside names', () => {
  const view = given()
  view.choose(['ada', 'cem'])
  expect(letterOf(view.getState(), 'cem')).toBe('B')
  expect(letterOf(view.getState(), 'ben')).toBe('')
})

test('In another workspace nothing is chosen, and names stay hidden', () => {
  const view = given()
  view.choose(['ada', 'ben'])
  view.setMode('beside')
  view.setBlind(true)
  view.forget()
  expect(view.getState()).toMatchObject({ layers: [], mode: 'off', isBlind: true })
})
