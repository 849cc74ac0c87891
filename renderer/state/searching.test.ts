import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { KeptSearch } from '../../shared/contract/contract.ts'
import type { Hit } from '../../shared/search/hit.ts'
import type { Ask } from './ask.ts'
import { makeSearching, OUTDATED_PAUSE_MS, SEARCH_PAUSE_MS } from './searching.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const over = {
  hits: 0,
  articles: 0,
  isComplete: true,
  isCut: false,
  unreadArticles: 0,
  unreadLayers: 0,
  unread: [],
  problem: null,
}

function hit(words: string, more: Partial<Hit> = {}): Hit {
  const place = { article: 'a', start: 0, end: words.length }
  return { ...place, quote: words, before: '', after: '', zone: 'body', covering: [], ...more }
}

/** A search before a desktop that answers when the test says so. */
function givenSearching() {
  const asked: { name: string; words: string; entities: readonly string[]; answer: (hits?: number) => void }[] = []
  const cancelled: string[] = []
  let count = 0
  const nevers = new Set<string>()
  const kept: KeptSearch[] = []
  const searching = makeSearching({
    ask: ((call: string, input: { name: string; query: { words: string; entities: readonly string[] } }) => {
      if (call === 'search.cancel') {
        cancelled.push(input.name)
        return Promise.resolve(null)
      }
      return new Promise(resolve => {
        asked.push({ name: input.name, ...input.query, answer: (hits = 0) => resolve({ ...over, hits }) })
      })
    }) as unknown as Ask,
    randomId: () => `search-${++count}`,
    me: () => 'ada',
    article: () => 'a',
    listed: () => ['a', 'b'],
    isNever: words => nevers.has(words),
    keep: search => void kept.push(search),
    entitiesOf: id => (id === 'e-kept' ? ['e-kept', 'e-merged'] : [id]),
  })
  const found = (name: string, hits: readonly Hit[]) =>
    searching.heard({ name, hits: JSON.stringify(hits), done: 1, total: 1 })
  const quotes = () => searching.getState().found.list.hits.map(({ quote }) => quote)
  return { searching, asked, cancelled, nevers, kept, found, quotes }
}

test('is looked once a person pauses, and the search before is ended', async () => {
  const { searching, asked, cancelled } = givenSearching()
  searching.change({ words: 'b' })
  searching.change({ words: 'br' })
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
  expect(asked.map(({ words }) => words)).toEqual(['br'])
  searching.change({ words: 'bri' })
  expect(cancelled).toEqual(['search-1'])
})

test('who looks for an entity finds what was merged into it, too', async () => {
  const { searching, asked } = givenSearching()
  searching.change({ words: 'b', entities: ['e-kept', 'e-other'] })
  await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
  expect(asked[0]?.entities).toEqual(['e-kept', 'e-merged', 'e-other'])
})

test('whatever an older search still says, only the last one is shown', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('type', 'pause', 'found', 'answer'), fc.nat(3)), { maxLength: 30 }),
      async acts => {
        const { searching, asked, found, quotes } = givenSearching()
        let typed = 0
        for (const [act, which] of acts) {
          const search = asked[which % Math.max(1, asked.length)]
          if (act === 'type') searching.change({ words: `words ${++typed}` })
          else if (act === 'pause') await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
          else if (search && act === 'found') found(search.name, [hit(search.words)])
          else search?.answer()
          await vi.advanceTimersByTimeAsync(0)
          // What is shown is of one search, and never of one that came before what was shown.
          expect(new Set(quotes()).size).toBeLessThanOrEqual(1)
        }
        searching.change({ words: 'the last' })
        await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
        found(asked.at(-1)!.name, [hit('the last')])
        for (const search of asked.slice(0, -1)) {
          found(search.name, [hit(search.words)])
          search.answer()
        }
        await vi.advanceTimersByTimeAsync(0)
        expect(quotes()).toEqual(['the last'])
        expect(searching.getState().phase).toBe('running')
        asked.at(-1)!.answer()
        await vi.advanceTimersByTimeAsync(0)
        expect(searching.getState().phase).toBe('done')
      },
    ),
    { numRuns: 60 },
  )
})

test('what was found before stays in sight until the first of what comes, and a search that finds nothing empties it', async () => {
  const { searching, asked, found, quotes } = givenSearching()
  searching.change({ words: 'cat' })
  await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
  found('search-1', [hit('cat')])
  searching.change({ words: 'cats' })
  await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
  expect(quotes()).toEqual(['cat'])
  asked[1]!.answer()
  await vi.advanceTimersByTimeAsync(0)
  expect(quotes()).toEqual([])
})

test('hits that come after the answer are not lost, and the search goes on until they are there', async () => {
  const { searching, asked, found, quotes } = givenSearching()
  searching.change({ words: 'cat' })
  await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
  found('search-1', [hit('cat')])
  asked[0]!.answer(2)
  await vi.advanceTimersByTimeAsync(0)
  expect(searching.getState().phase).toBe('running')
  found('search-1', [hit('cat', { start: 9, end: 12 })])
  await vi.advanceTimersByTimeAsync(0)
  expect([quotes(), searching.getState().phase]).toEqual([['cat', 'cat'], 'done'])

  const present = searching.lookUp(searching.getState().query, ['a'])
  asked[1]!.answer(1)
  await vi.advanceTimersByTimeAsync(0)
  found('search-2', [hit('cat')])
  expect(await present).toHaveLength(1)
})

test('stopped, what was found so far stays', async () => {
  const { searching, found, quotes, cancelled } = givenSearching()
  searching.change({ words: 'cat' })
  await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
  found('search-1', [hit('cat')])
  searching.cancel()
  found('search-1', [hit('cat', { start: 9, end: 12 })])
  expect([quotes(), cancelled, searching.getState().phase]).toEqual([['cat'], ['search-1'], 'cancelled'])
})

test('colleagues’ annotations and what has no place can’t be ticked, whatever is ticked around them', async () => {
  const { searching, found } = givenSearching()
  searching.change({ words: 'cat' })
  await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
  found('search-1', [hit('one'), hit('bob', { annotator: 'bob' }), hit('lost', { start: 0, end: 0 }), hit('two')])
  searching.tick(0, 3, true)
  const state = searching.getState().found
  expect(state.tickedHits().map(({ quote }) => quote)).toEqual(['one', 'two'])
  expect([state.tickedFrom(0, 4), state.tickedFrom(1, 2), state.tickable]).toEqual(['all', null, 2])
  searching.tick(0, 0, false)
  expect(state.tickedFrom(0, 4)).toBe('some')
})

test('of words that are tagged everywhere those that fit are ticked; a person’s own ticks outlive what changes elsewhere', async () => {
  const { searching, found, nevers } = givenSearching()
  const original = { words: 'Robin', tag: 'actor', before: 'met ', after: ' on', attributes: {} }
  searching.tagAll(original, 'workspace')
  await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
  const small = hit('robin', { before: 'a ', after: ' sang' })
  found('search-1', [hit('Robin', { before: 'met ' }), small, hit('Robin', { zone: 'boilerplate' })])
  const ticked = () => [...searching.getState().found.ticked].sort()
  expect(ticked()).toEqual([0])
  searching.tick(2, 2, true)
  searching.retarget({ exactCapitals: false })
  expect(ticked()).toEqual([0, 1, 2])
  nevers.add('Robin')
  searching.judgeAgain()
  expect(ticked()).toEqual([1, 2])
  nevers.clear()
  searching.judgeAgain()
  expect(ticked()).toEqual([0, 1, 2])
})

test('where something else changed what is searched, it is looked again: the same hits are ticked and the same one is looked at', async () => {
  const { searching, asked, found } = givenSearching()
  searching.change({ words: 'cat' })
  await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
  const one = hit('cat', { before: 'one ' })
  const two = hit('cat', { before: 'two ', start: 8, end: 11 })
  const three = hit('cat', { before: 'three ', start: 18, end: 21 })
  found('search-1', [one, two, three])
  asked[0]!.answer()
  await vi.advanceTimersByTimeAsync(0)
  searching.tick(1, 2, true)
  searching.goTo(1)
  searching.outdated()
  searching.outdated()
  await vi.advanceTimersByTimeAsync(OUTDATED_PAUSE_MS)
  expect(asked.length).toBe(2)
  found('search-2', [{ ...three, start: 2, end: 5 }])
  expect(searching.getState().current).toBe(null)
  // Told again before it has come to the end: what was not found yet is still remembered.
  searching.outdated()
  await vi.advanceTimersByTimeAsync(OUTDATED_PAUSE_MS)
  found('search-3', [hit('cat', { before: 'new ' }), { ...two, start: 12, end: 15 }])
  found('search-3', [
    { ...one, start: 30, end: 33 },
    { ...three, start: 2, end: 5 },
  ])
  expect([...searching.getState().found.ticked]).toEqual([1, 3])
  expect(searching.getState().current).toBe(1)
  searching.again()
  expect([...searching.getState().found.ticked]).toEqual([])
  found('search-4', [two])
  expect([...searching.getState().found.ticked]).toEqual([])
})

test('what a person ticks or unticks while it is looked again counts, too', async () => {
  const { searching, found } = givenSearching()
  searching.change({ words: 'cat' })
  await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
  const [one, two] = [hit('cat', { before: 'one ' }), hit('cat', { before: 'two ', start: 8, end: 11 })]
  const ticked = () => [...searching.getState().found.ticked].sort()
  found('search-1', [one, two])
  searching.tick(0, 0, true)
  searching.again()
  searching.tick(1, 1, true)
  found('search-2', [one, two])
  expect(ticked()).toEqual([1])
  searching.outdated()
  await vi.advanceTimersByTimeAsync(OUTDATED_PAUSE_MS)
  searching.tick(0, 1, true)
  found('search-3', [one, two])
  expect(ticked()).toEqual([0, 1])
  searching.tick(0, 1, false)
  searching.outdated()
  await vi.advanceTimersByTimeAsync(OUTDATED_PAUSE_MS)
  found('search-4', [one, two])
  expect(ticked()).toEqual([])
})

test('what was searched for is kept, and is there the next time: looked for only once somebody wants to see it', async () => {
  const { searching, kept } = givenSearching()
  searching.setScope('listed')
  searching.change({ words: 'cat', tags: ['actor'] })
  await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
  searching.remember()
  searching.tagAll({ words: 'Robin', tag: 'actor', before: '', after: '', attributes: {} }, 'workspace')
  await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
  const last = kept.at(-1)!
  expect([last.query.words, last.query.tags, last.scope, last.recent]).toEqual(['cat', ['actor'], 'listed', ['cat']])

  const next = givenSearching()
  next.searching.recall(last)
  await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
  expect(next.searching.getState()).toMatchObject({ phase: 'empty', scope: 'listed', recent: ['cat'] })
  expect(next.asked).toEqual([])
  next.searching.again()
  expect(next.asked.map(({ words }) => words)).toEqual(['cat'])
  // Whoever searches already isn't disturbed by what comes late.
  next.searching.recall({ ...last, query: { ...last.query, words: 'dog' } })
  expect(next.searching.getState().query.words).toBe('cat')
})
