import { expect, test } from 'vitest'
import type { Link } from '../../shared/annotation/annotation.ts'
import { type GivenArticle, givenDesk, textOf } from './givenDesk.ts'

const ferries: GivenArticle = {
  lines: [
    ['Ferries', 'title'],
    ['The mayor said: “We go, you stay. That is all.” Nobody in the old port spoke.', 'body'],
    ['She left.', 'body'],
  ],
  annotated: [
    ['stay', 'claim'],
    ['mayor', 'actor'],
  ],
}
const text = textOf(ferries)

async function given() {
  const { desk, layerOf } = givenDesk({ ferries })
  await desk.opening.open('ferries')
  await desk.reading.getState().article?.filled
  const link: Link = { id: 'l', type: 'attributed-to', from: 'stay', to: { annotation: 'mayor' }, attributes: {} }
  desk.reading.edit({ file: 'layer', edit: { kind: 'putLink', link } })
  desk.reading.select('stay')
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  desk.reading.selectText({ start: at('stay').end, end: at('stay').end })
  const layer = () => desk.reading.getState().article!.layer
  const quotes = (id = 'stay') =>
    layer()
      .annotations.get(id)!
      .spans.map(({ quote }) => quote)
  const selection = () => {
    const { start, end } = desk.reading.getState().selection!
    return text.slice(start, end)
  }
  return { desk, layerOf, at, layer, quotes, selection }
}

test('a nudged annotation stays selected, keeps what was said of it and its links, and comes into view', async () => {
  const { desk, quotes, layer, at } = await given()
  desk.tagging.setAttribute('type', 'demand')
  expect(desk.reshaping.nudge('start', -1, 'word')).toMatchObject({ part: at('you stay'), parts: 1 })
  desk.reshaping.nudge('end', 1, 'grapheme')
  expect(quotes()).toEqual(['you stay.'])
  expect(layer().annotations.get('stay')).toMatchObject({ id: 'stay', attributes: { type: 'demand' } })
  expect(layer().linksOf('stay')).toHaveLength(1)
  expect(desk.reading.getState()).toMatchObject({ selected: 'stay', revealed: { end: at('stay.').end } })
})

test('each nudge is one undo', async () => {
  const { desk, quotes } = await given()
  for (let i = 0; i < 3; i++) desk.reshaping.nudge('start', -1, 'word')
  expect(quotes()).toEqual(['We go, you stay'])
  for (const left of ['go, you stay', 'you stay', 'stay']) {
    await desk.undoing.undo()
    expect(quotes()).toEqual([left])
  }
})

test('shrinking goes back the way it grew, also after an undo and a redo', async () => {
  const { desk, quotes } = await given()
  const grown = ['you stay.', 'We go, you stay.', 'We go, you stay. That is all.']
  for (const words of grown) {
    desk.reshaping.grow()
    expect(quotes()).toEqual([words])
  }
  await desk.undoing.undo()
  await desk.undoing.redo()
  for (const words of ['We go, you stay.', 'you stay.', 'stay']) {
    desk.reshaping.shrink()
    expect(quotes()).toEqual([words])
  }
  expect(desk.reshaping.shrink()).toBeNull()
})

test('what was moved after it grew shrinks to the next smaller unit instead', async () => {
  const { desk, quotes } = await given()
  desk.reshaping.grow()
  desk.reshaping.nudge('start', -1, 'word')
  expect(quotes()).toEqual(['go, you stay.'])
  expect(desk.reshaping.shrink()).toMatchObject({ unit: 'word' })
  expect(quotes()).toEqual(['go'])
})

test('selected text grows and shrinks without an annotation, and nothing is written', async () => {
  const { desk, at, selection } = await given()
  desk.reading.select(null)
  desk.reading.selectText(at('stay'))
  const edits = desk.reading.getState().undos.length
  desk.reshaping.grow()
  desk.reshaping.grow()
  expect(selection()).toBe('We go, you stay.')
  desk.reshaping.shrink()
  desk.reshaping.shrink()
  expect(selection()).toBe('stay')
  expect(desk.reading.getState().undos).toHaveLength(edits)
})

test('words that are selected after an annotation become a part of it; the part at the caret is taken out again', async () => {
  const { desk, at, quotes } = await given()
  desk.reading.select(null)
  desk.reading.selectText(at(' old port '))
  expect(desk.reshaping.addSpan()).toMatchObject({ part: at('old port'), parts: 2 })
  expect(quotes()).toEqual(['stay', 'old port'])
  expect(desk.reading.getState().selected).toBe('stay')
  // Nudges are of the part at the caret, which is the one that was added.
  desk.reshaping.nudge('start', -1, 'word')
  expect(quotes()).toEqual(['stay', 'the old port'])
  desk.reshaping.removePart(at('stay').start)
  expect(quotes()).toEqual(['the old port'])
  expect(desk.reshaping.removePart()).toBeNull()
})

test('after the person has let go, selected words belong to nothing', async () => {
  const { desk, at } = await given()
  desk.reading.select(null)
  desk.reshaping.letGo()
  desk.reading.selectText(at('old port'))
  expect(desk.reshaping.companion()).toBeUndefined()
  expect(desk.reshaping.addSpan()).toBeNull()
})
