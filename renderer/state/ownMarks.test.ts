import { expect, test, vi } from 'vitest'
import { givenOwn } from './givenOwnMarks.ts'

test('Where the own layer is one of those compared, what it says is its own annotation, and can be changed', async () => {
  const { article, own, shown } = await givenOwn()
  expect(shown()).toEqual(['own actor', 'two.0 actor'])
  expect(article.layer.annotations.get(own.id)).toBe(own)
  expect(article.canAnnotate).toBe(true)
  expect([article.canChange(own.id), article.canChange('two.0')]).toEqual([true, false])
})

test('An edit is seen at once: whoever said the same is parted from it, with the links to it, and it is compared soon', async () => {
  const { desk, article, own, shown, asks, loads } = await givenOwn()
  expect([...article.layer.links.values()].map(({ to }) => to)).toEqual([{ annotation: own.id }])
  desk.reading.edit({ file: 'layer', edit: { kind: 'put', annotation: { ...own, tag: 'event' } } })
  expect(shown().sort()).toEqual(['one.0 actor', 'own event', 'two.0 actor'])
  expect([...article.layer.links.values()].map(({ to }) => to)).toEqual([{ annotation: 'one.0' }])
  desk.reading.edit({ file: 'layer', edit: { kind: 'remove', id: own.id } })
  expect(shown().sort()).toEqual(['one.0 actor', 'two.0 actor'])
  desk.reading.undo()
  expect(shown().sort()).toEqual(['one.0 actor', 'own event', 'two.0 actor'])
  asks.at(-1)!()
  await vi.waitFor(() => expect(loads).toHaveLength(2))
})

test('What the person made is shown before it has been compared', async () => {
  const { desk, own, shown } = await givenOwn()
  desk.reading.edit({ file: 'layer', edit: { kind: 'put', annotation: { ...own, id: 'new', tag: 'claim' } } })
  expect(shown()).toContain('new claim')
})

test('What a colleague says never gets into the own layer', async () => {
  const { desk, article } = await givenOwn()
  const theirs = article.layer.annotations.get('two.0')!
  expect(() => desk.reading.edit({ file: 'layer', edit: { kind: 'put', annotation: theirs } })).toThrow(RangeError)
  const link = { id: 'l', type: 'about', attributes: {}, from: [...article.present.annotations.keys()][0]! }
  const put = { kind: 'putLink' as const, link: { ...link, to: { annotation: 'two.0' } } }
  expect(() => desk.reading.edit({ file: 'layer', edit: put })).toThrow(RangeError)
  expect(article.present.annotations.size).toBe(1)
})
