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

test('Where names are hidden, who is A is drawn, and only letters are shown', () => {
  const view = given([0.9, 0.1, 0.5])
  view.choose(['ada', 'ben', 'cem'])
  view.setBlind(true)
  expect(view.getState().layers).toEqual(['ben', 'cem', 'ada'])
  expect(shownName(view.getState(), 'ada')).toBe('C')
  view.setBlind(false)
  expect(view.getState().layers).toEqual(['ada', 'ben', 'cem'])
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

test('After Z comes AA', () => {
  const view = given()
  view.choose(Array.from({ length: 28 }, (_, i) => `layer-${String(i).padStart(2, '0')}`))
  expect(letterOf(view.getState(), 'layer-25')).toBe('Z')
  expect(letterOf(view.getState(), 'layer-26')).toBe('AA')
  expect(letterOf(view.getState(), 'layer-27')).toBe('AB')
  expect(letterOf(view.getState(), 'nobody')).toBe('')
})

test('In another workspace nothing is chosen, and names stay hidden', () => {
  const view = given()
  view.choose(['ada', 'ben'])
  view.setMode('beside')
  view.setBlind(true)
  view.forget()
  expect(view.getState()).toMatchObject({ layers: [], mode: 'off', isBlind: true })
})

test('Where names are hidden, who is A differs from article to article, and is the same again on coming back', () => {
  const view = given([0.9, 0.1, 0.5, 0.25])
  view.choose(['ada', 'ben', 'cem'])
  view.arrange('one')
  expect(view.getState().layers).toEqual(['ada', 'ben', 'cem'])
  view.setBlind(true)
  const orders = Array.from({ length: 20 }, (_, i) => {
    view.arrange(`article ${i}`)
    return view.getState().layers.join()
  })
  expect(new Set(orders).size).toBeGreaterThan(3)
  expect(new Set(orders.map(order => order.split(',')[0])).size).toBe(3)
  view.arrange('article 3')
  expect(view.getState().layers.join()).toBe(orders[3])
})
