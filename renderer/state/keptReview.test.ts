import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Case } from '../../shared/review/case.ts'
import { type KeptReview, makeKeptReview } from './keptReview.ts'
import type { Reviewing } from './reviewing.ts'
import type { QueueEntry } from './reviewQueue.ts'
import { makeReviewView } from './reviewView.ts'

const entry = (id: string, article = 'a1'): QueueEntry => ({ key: `${article} ${id}`, article, case: { id } as Case })

function given() {
  const store = createStore<Pick<Reviewing, 'order' | 'shown' | 'current'>>(() => ({
    ...({ order: 'weight', shown: 'open' } as const),
    current: null,
  }))
  let current: QueueEntry | undefined
  const reviewing = {
    ...store,
    current: () => current,
    setOrder: (order: Reviewing['order']) => store.setState({ order }),
    show: (shown: Reviewing['shown']) => store.setState({ shown }),
  }
  const view = makeReviewView({ random: () => 0 })
  const kept: KeptReview[] = []
  const review = makeKeptReview({ view, reviewing: reviewing as never, keep: one => kept.push(one) })
  const goTo = (one: QueueEntry | undefined) => {
    current = one
    store.setState({ current: one?.key ?? null })
  }
  return { view, reviewing, kept, review, goTo }
}

test('layers, filters, order and the case at hand are remembered as they are chosen, and are there when the workspace is opened again', () => {
  const { view, reviewing, kept, goTo } = given()
  view.choose(['ben', 'ada'])
  view.filter({ kinds: ['tag'], annotators: ['ada'] })
  reviewing.setOrder('article')
  reviewing.show('all')
  view.setMode('beside')
  view.setMode('off')
  goTo(entry('c2'))
  const last = kept.at(-1)!
  expect(last).toEqual({
    ...{ layers: ['ada', 'ben'], filters: { kinds: ['tag'], tags: null, annotators: ['ada'] } },
    ...{ order: 'article', shown: 'all', at: { article: 'a1', case: 'c2' }, way: 'beside', isBlind: false },
  })

  const again = given()
  again.review.recall(last)
  expect(again.view.getState()).toMatchObject({ layers: ['ada', 'ben'], filters: last.filters, way: 'beside' })
  expect(again.reviewing.getState()).toMatchObject({ order: 'article', shown: 'all' })
  const entries = [entry('c1'), entry('c2', 'a2'), entry('c2')]
  expect(again.review.placeIn(entries)).toBe(entries[2])
  expect(again.review.placeIn(entries.slice(0, 2))).toBe(entries[0])
})

test('leaving the queue, the workspace or nothing chosen forgets nothing that was remembered', () => {
  const { view, kept, review, goTo } = given()
  view.choose(['ada', 'ben'])
  goTo(entry('c2'))
  goTo(undefined)
  view.forget()
  review.forget()
  goTo(undefined)
  expect(kept.at(-1)).toMatchObject({ layers: ['ada', 'ben'], at: { case: 'c2' } })
  // In the next workspace nobody is at a case of the last one.
  expect(review.placeIn([entry('c1'), entry('c2')])?.case.id).toBe('c1')
})

test('what somebody chose before it was recalled stays', () => {
  const { view, review } = given()
  view.choose(['cleo', 'ben'])
  const filters = { kinds: null, tags: null, annotators: null }
  const before = { layers: ['ada', 'ben'], filters, order: 'article' as const, shown: 'all' as const, at: null }
  review.recall({ ...before, way: 'beside', isBlind: false })
  expect(view.getState()).toMatchObject({ layers: ['ben', 'cleo'], way: 'overlaid' })
})

test('who hid names doesn’t see any the next day, whether or not they had chosen layers', () => {
  const { view, kept, review } = given()
  review.recall(null)
  view.setBlind(true)
  const bare = kept.at(-1)!
  expect(bare).toMatchObject({ layers: [], isBlind: true })
  view.choose(['ada', 'ben'])
  for (const last of [bare, kept.at(-1)!]) {
    const again = given()
    again.review.recall(last)
    expect(again.view.getState()).toMatchObject({ layers: last.layers, isBlind: true })
    expect(again.kept).toEqual([])
    // Shown again, they are shown the next time.
    again.view.setBlind(false)
    expect(again.kept.at(-1)).toEqual({ ...last, isBlind: false })
  }
  const chosen = given()
  chosen.view.choose(['ada', 'cleo'])
  chosen.review.recall(bare)
  expect(chosen.view.getState()).toMatchObject({ layers: expect.arrayContaining(['ada', 'cleo']), isBlind: true })
})

test('names that were hidden in one workspace stay hidden in the next, and write nothing there before it is known what was remembered of it', () => {
  const { view, kept, review } = given()
  review.recall(null)
  view.setBlind(true)
  view.forget()
  review.forget()
  const before = kept.length
  view.name([{ id: 'ada', name: 'Ada' }])
  expect(kept.length).toBe(before)
  review.recall({ ...kept.at(-1)!, layers: ['ada', 'ben'], isBlind: false })
  expect(view.getState().isBlind).toBe(true)
  expect(kept.at(-1)).toMatchObject({ layers: ['ada', 'ben'], isBlind: true })
})
