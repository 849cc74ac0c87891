import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Hit } from '../../shared/search/hit.ts'
import { words as en } from '../../shared/words/words.ts'
import { joinHits } from '../reading/joinHits.ts'
import { givenDesk } from '../state/givenDesk.ts'
import { OUTDATED_PAUSE_MS, SEARCH_PAUSE_MS } from '../state/searching.ts'
import { goToHit } from './searchActions.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A desk on which “cat” was searched for and found in an article, which then becomes another text. */
async function givenFound() {
  const articles = {
    a: {
      lines: [['The cat sat.', 'body'] as [string, 'body']],
      annotated: [['The cat', 'actor'] as [string, string]],
    },
  }
  const searches: string[] = []
  const over = {
    hits: 1,
    articles: 0,
    isComplete: true,
    isCut: false,
    unreadArticles: 0,
    unreadLayers: 0,
    unread: [],
    problem: null,
  }
  const given = givenDesk(articles, {
    'search.run': ({ name }: { name: string }) => {
      searches.push(name)
      return over
    },
    'search.prepare': () => null,
    'search.cancel': () => null,
  })
  const { desk } = given
  desk.entrance.setState({ person: { id: 'ada', name: 'Ada' } })
  await desk.opening.open('a')
  desk.settings.setState({ drawer: 'search' })
  async function search(): Promise<void> {
    desk.searching.change({ words: 'cat' })
    await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS)
  }
  const heard = (hits: readonly Partial<Hit>[]) => {
    const hit = {
      article: 'a',
      start: 4,
      end: 7,
      quote: 'cat',
      before: 'The ',
      after: ' sat.\n',
      zone: 'body',
      covering: [],
    }
    const all = hits.map(one => ({ ...hit, ...one }))
    desk.searching.heard({ name: searches.at(-1)!, hits: JSON.stringify(all), done: 1, total: 1 })
  }
  const painted: string[] = []
  const page = {
    setHits: (spans: readonly { start: number; end: number }[]) => {
      const { text } = desk.reading.getState().article!
      painted.push(spans.map(({ start, end }) => text.slice(start, end)).join())
    },
  }
  const told = () =>
    desk.notices.getState().notices.flatMap(({ content }) => (content.kind === 'news' ? [content.text] : []))
  return { ...given, articles, searches, search, heard, page, painted, told }
}

test('an article that is read anew is searched anew, and nothing is painted on other words meanwhile', async () => {
  const { desk, articles, searches, search, heard, page, painted } = await givenFound()
  await search()
  heard([{}])
  joinHits(page, desk.reading.getState().article!, desk)
  expect(painted).toEqual(['cat'])
  articles.a.lines[0] = ['So the cat sat.', 'body']
  await desk.opening.reread()
  joinHits(page, desk.reading.getState().article!, desk)
  expect(painted.slice(1).filter(words => words !== '')).toEqual([])
  await vi.advanceTimersByTimeAsync(OUTDATED_PAUSE_MS)
  expect(searches.length).toBe(2)
})

test('to a hit whose words are gone nobody goes: that is said, and it is searched again', async () => {
  const { desk, articles, searches, search, heard, told } = await givenFound()
  desk.opening.leave()
  await search()
  heard([{}])
  articles.a.lines[0] = ['So the cat sat.', 'body']
  expect(await goToHit(desk, 0)).toBe(false)
  expect([desk.reading.getState().revealed, desk.reading.getState().selection]).toEqual([null, null])
  expect(told()).toEqual([en.search.gone])
  await vi.advanceTimersByTimeAsync(OUTDATED_PAUSE_MS)
  expect(searches.length).toBe(2)
})

test('an annotation that was moved since is gone to where it stands now', async () => {
  const { desk, search, heard } = await givenFound()
  const own = desk.reading.getState().article!.layer.annotations.get('The cat')!
  await search()
  heard([{ annotation: own, annotator: 'ada', start: 0, end: 7, quote: 'The cat' }])
  const spans = [{ start: 4, end: 7, quote: 'cat', before: 'The ', after: ' sat.\n' }]
  desk.reading.edit({ file: 'layer', edit: { kind: 'put', annotation: { ...own, spans } } })
  expect(await goToHit(desk, 0)).toBe(true)
  expect([desk.reading.getState().selected, desk.reading.getState().selection?.start]).toEqual(['The cat', 4])
  desk.reading.edit({ file: 'layer', edit: { kind: 'remove', id: 'The cat' } })
  expect(await goToHit(desk, 0)).toBe(false)
})

test('another person, and articles that came, went or changed, are searched anew', async () => {
  const { desk, searches, search, heard } = await givenFound()
  await search()
  heard([{}])
  const row = desk.workspace.getState().rows.get('a')!
  const looked = async () => {
    await vi.advanceTimersByTimeAsync(OUTDATED_PAUSE_MS)
    return searches.length
  }
  desk.entrance.setState({ person: { id: 'bob', name: 'Bob' } })
  expect(await looked()).toBe(2)
  const tell = (changed: (typeof row)[], removed: string[] = []) =>
    desk.workspace.articlesChanged({ workspace: 'workspace', changed, removed })
  const known = {
    title: 'A',
    fields: {},
    words: 3,
    status: null,
    counts: {},
    inBoilerplate: 0,
    unplaced: 0,
    layers: ['ada'],
  }
  tell([{ ...row, known }])
  expect(await looked()).toBe(2)
  tell([{ ...row, known: { ...known, layers: ['ada', 'bob'] } }])
  expect(await looked()).toBe(3)
  tell([{ ...row, bytes: 9 }])
  expect(await looked()).toBe(4)
  tell([], ['a'])
  expect(await looked()).toBe(5)
})
