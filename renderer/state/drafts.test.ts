import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Input } from '../../shared/contract/contract.ts'
import { cats, givenCats } from './givenCats.ts'
import { givenDesk } from './givenDesk.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

test('a note that is being typed when the article is read again is kept', async () => {
  const { desk, article, recorded } = await givenCats({
    'article.close': () => new Promise(resolve => setTimeout(() => resolve(null), 300)),
  })
  desk.tagging.writeNote('The cat', 'Who?')
  await settle(200)
  void desk.opening.reread()
  await settle(1_000)
  expect(recorded()).toHaveLength(1)
  expect(article().layer.annotations.get('The cat')?.note).toBe('Who?')
})

test('a note whose last words are typed while the article is being read again becomes an edit once the layer is there', async () => {
  let deliver = () => {}
  let isSlow = false
  const usual = givenDesk({ cats }).desk
  const { desk, recorded, article } = await givenCats({
    'layer.piece': async (input: Input<'layer.piece'>) => {
      if (isSlow)
        await new Promise<void>(resolve => {
          deliver = resolve
        })
      return usual.ask('layer.piece', input)
    },
  })
  isSlow = true
  const gone = new Promise<void>(resolve => {
    desk.reading.subscribe(({ article: present }) => present ?? resolve())
  })
  void desk.opening.reread()
  await gone
  desk.tagging.writeNote('The cat', 'Who?')
  await settle(1_000)
  desk.tagging.settle()
  expect(recorded()).toEqual([])
  deliver()
  await settle()
  expect(recorded()).toHaveLength(1)
  expect(article().layer.annotations.get('The cat')?.note).toBe('Who?')
  expect(desk.tagging.drafts.getState().draft).toBeNull()
})

test('a note on an annotation that is gone is told with its words', async () => {
  const { desk, article, told } = await givenCats()
  desk.tagging.writeNote('The cat', 'A long thought')
  article().layer.apply({ kind: 'remove', id: 'The cat' })
  desk.tagging.settle()
  expect(told()).toEqual(['The note on “The cat” is lost: A long thought'])
  expect(desk.tagging.drafts.getState().draft).toBeNull()
})
