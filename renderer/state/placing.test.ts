import { expect, test } from 'vitest'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Link, Unplaced } from '../../shared/annotation/annotation.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import type { Call } from '../../shared/contract/contract.ts'
import { cueKey, type Review, type ReviewEntry } from '../../shared/placing/review.ts'
import { givenDesk, textOf } from './givenDesk.ts'

const article = {
  lines: [
    ['The cat said that the mat was soft.', 'body'],
    ['A dog sat on the mat.', 'body'],
  ],
} as const
const text = textOf(article)
const elsewhere = 'f'.repeat(64)
const plain = { attributes: {}, origin: { kind: 'manual' }, created: '2031', modified: '2031' } as const
const spanOf = (words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

function lost(id: string, quote: string): Unplaced {
  const spans = [{ start: 400, end: 400 + quote.length, quote, before: '', after: '' }]
  return { id, tag: 'actor', spans, ...plain, placement: 'lost', textSha256: elsewhere }
}

function entry(id: string, candidates: ReviewEntry['candidates'], near: number | null = null): ReviewEntry {
  return { id, stood: [], candidates, near }
}

const cue = { start: 900, end: 912, quote: 'according to', before: 'x', after: 'y' }
const link: Link = {
  id: 'link',
  type: 'attributed-to',
  from: 'carried',
  to: { author: true },
  attributes: {},
  rest: JSON.stringify({ lostCue: { ...cue, textSha256: elsewhere } }),
}

/** A layer of which everything that can become of an annotation has become of one. */
function changedLayer(): Layer {
  const carried = {
    ...{ id: 'carried', tag: 'actor', spans: [makeAnchor(text, spanOf('cat'))], ...plain },
    carriedFrom: { textSha256: elsewhere, starts: [50] },
  }
  const stands = { id: 'stands', tag: 'actor', spans: [makeAnchor(text, spanOf('dog'))], ...plain }
  const unplaced = [lost('gone', 'bird'), lost('twice', 'mat'), lost('once', 'softer')]
  return new Layer({ annotations: [carried, stands], unplaced, links: [link] })
}

const found: Review = {
  entries: [
    entry('carried', []),
    entry('gone', [], 9),
    entry('twice', [[spanOf('mat')], [spanOf('mat', 30)]]),
    entry('once', [[spanOf('soft')]]),
    entry(cueKey('link'), [[spanOf('said that')]]),
  ],
  isWhole: true,
}

async function givenReview(answers: Partial<Record<Call, (input: never) => unknown>> = {}) {
  const given = givenDesk({ cats: article }, { 'layer.review': () => JSON.stringify(found), ...answers })
  given.layers.set('cats', changedLayer())
  await given.desk.opening.open('cats')
  await given.desk.reading.getState().article!.filled
  const { placing, reading } = given.desk
  const kinds = () => placing.list().map(row => `${row.kind} ${row.id}`)
  const rowOf = (id: string) => placing.list().find(row => row.id === id)!
  return { ...given, placing, kinds, rowOf, layer: () => reading.getState().article!.layer }
}

test('before the desktop has looked, rows say what the file says', async () => {
  const { kinds } = await givenReview()
  expect(kinds()).toEqual(['lost gone', 'lost twice', 'lost once', 'cue cue link', 'moved carried'])
})

test('once it has looked, a row is what its places make it, and what takes the least thought comes first', async () => {
  const { placing, kinds, asked } = await givenReview()
  await placing.look()
  expect(kinds()).toEqual(['changed once', 'ambiguous twice', 'lost gone', 'cue cue link', 'moved carried'])
  expect(placing.counts()).toEqual({ changed: 1, ambiguous: 1, lost: 1, cue: 1, moved: 1 })
  await placing.look()
  expect(asked.filter(({ call }) => call === 'layer.review')).toHaveLength(1)
})

test('the place that is shown is taken; undo brings the row back', async () => {
  const { desk, placing, kinds, rowOf, layer } = await givenReview()
  await placing.look()
  placing.goTo('twice')
  placing.choose(1)
  expect(placing.accept(rowOf('twice'))).toBe(true)
  expect(layer().annotations.get('twice')!.spans[0]).toMatchObject(spanOf('mat', 30))
  expect(kinds()).not.toContain('ambiguous twice')
  await desk.undoing.undo()
  expect(kinds()).toContain('ambiguous twice')
})

test('what has no place is not placed', async () => {
  const { placing, rowOf, recorded } = await givenReview()
  await placing.look()
  expect(placing.accept(rowOf('gone'))).toBe(false)
  expect(recorded()).toEqual([])
})

test('all that was moved is seen at once, and has no mark any more', async () => {
  const { placing, kinds, layer } = await givenReview()
  expect(placing.acceptMoved()).toBe(1)
  expect(layer().annotations.get('carried')).not.toHaveProperty('carriedFrom')
  expect(kinds()).not.toContain('moved carried')
  expect(placing.acceptMoved()).toBe(0)
})

test('the cue of a link is put where it belongs, or let go while the link stays', async () => {
  const { desk, placing, kinds, rowOf, layer } = await givenReview()
  await placing.look()
  expect(placing.accept(rowOf(cueKey('link')))).toBe(true)
  expect(layer().links.get('link')).toMatchObject({ type: 'attributed-to', cue: { quote: 'said that' } })
  expect(layer().links.get('link')!.rest).toBeUndefined()
  expect(kinds()).not.toContain('cue cue link')
  await desk.undoing.undo()
  expect(kinds()).toContain('cue cue link')
  placing.remove(rowOf(cueKey('link')))
  expect(layer().links.get('link')).toEqual({ ...link, rest: undefined })
})

test('words that a person selected are its place, for an annotation and for a cue', async () => {
  const { placing, rowOf, layer } = await givenReview()
  placing.place(rowOf('gone'), spanOf('dog'))
  placing.place(rowOf(cueKey('link')), spanOf('sat on'))
  expect(layer().annotations.get('gone')!.spans[0]!.quote).toBe('dog')
  expect(layer().links.get('link')!.cue!.quote).toBe('sat on')
})

test('what is deleted goes with its links', async () => {
  const { placing, rowOf, layer } = await givenReview()
  placing.remove(rowOf('carried'))
  expect([...layer().annotations.keys()]).toEqual(['stands'])
  expect([...layer().links.keys()]).toEqual([])
  placing.remove(rowOf('gone'))
  expect([...layer().unplaced.keys()].sort()).toEqual(['once', 'twice'])
})

test('what could not be compared to the end is looked at again when asked', async () => {
  let isWhole = false
  const { placing } = await givenReview({ 'layer.review': () => JSON.stringify({ ...found, isWhole }) })
  await placing.look()
  expect(placing.getState().isWhole).toBe(false)
  isWhole = true
  await placing.look()
  expect(placing.getState().isWhole).toBe(false)
  await placing.look(true)
  expect(placing.getState().isWhole).toBe(true)
})

test('the places of the current row are painted, the shown one among them', async () => {
  const { placing } = await givenReview()
  await placing.look()
  placing.goTo('twice')
  placing.choose(1)
  expect(placing.preview()).toEqual({ spans: [spanOf('mat'), spanOf('mat', 30)], current: 1 })
  placing.goTo(null)
  expect(placing.preview()).toEqual({ spans: [], current: null })
})
