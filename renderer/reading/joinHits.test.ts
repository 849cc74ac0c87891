import { expect, test } from 'vitest'
import type { Opinion } from '../../shared/review/case.ts'
import { givenCats } from '../state/givenCats.ts'
import { joinHits } from './joinHits.ts'

/** An article, and a case at hand of which several layers say these words. */
async function reviewed(...said: readonly string[]) {
  const { desk, article } = await givenCats()
  const { text, ticket } = article()
  const opinions = said.map(words => {
    const start = Math.max(0, text.indexOf(words))
    return { quote: words, spans: [{ start, end: start + words.length }] } as unknown as Opinion
  })
  const entry = { key: 'k', article: ticket, case: { opinions } }
  const current = () => entry as unknown as ReturnType<typeof desk.reviewing.current>
  const painted: string[] = []
  const page = {
    setHits: (spans: readonly { start: number; end: number }[], at: number | null) =>
      void painted.push(`${spans.map(({ start, end }) => text.slice(start, end)).join()} ${at}`),
  }
  joinHits(page, article(), { ...desk, reviewing: { ...desk.reviewing, current } })
  return { desk, painted, opinions, text }
}

test('where the case at hand stands is painted as one while layers are reviewed', async () => {
  const { desk, painted } = await reviewed('The cat', 'cat sat')
  expect(painted).toEqual([])
  desk.settings.setState({ drawer: 'review' })
  expect(painted).toEqual(['The cat sat 0'])
  desk.settings.setState({ drawer: 'history' })
  expect(painted).toEqual(['The cat sat 0', ' null'])
})

test('nothing is painted where other words stand by now', async () => {
  const { desk, painted } = await reviewed('The dog', 'mat')
  desk.settings.setState({ drawer: 'review' })
  expect(painted).toEqual(['mat 0'])
})
