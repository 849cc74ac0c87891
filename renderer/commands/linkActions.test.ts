import { expect, test } from 'vitest'
import { givenOwn } from '../state/givenOwnMarks.ts'
import { followLink, nameOfEnd } from './linkActions.ts'

test('One’s own annotation has one’s own links alone, also those that lead to what isn’t shown, whoever’s are beside it', async () => {
  const { desk, article, own } = await givenOwn()
  expect(article.layer.linksOf(own.id).map(({ type }) => type)).toEqual(['about'])
  desk.reading.select(own.id)
  expect([article.linkedIn(own.id).linksOf(own.id), desk.linking.linksForCue()]).toEqual([[], []])
  const far = { ...own, id: 'far' }
  const link = { id: 'mine', type: 'attributed-to', from: own.id, to: { annotation: 'far' }, attributes: {} }
  article.present.apply({ kind: 'put', annotation: far })
  article.present.apply({ kind: 'putLink', link })
  expect(article.linkedIn(own.id).linksOf(own.id)).toEqual([link])
  expect(desk.linking.linksForCue()).toEqual([link])
  expect(nameOfEnd(desk, link)).toBe('union')
  followLink(desk, link)
  expect(desk.reading.getState().selected).toBe(own.id)
  // Of what a colleague says, their links are shown.
  const [theirs] = [...article.layer.annotations.keys()].filter(id => id !== own.id)
  expect(
    article
      .linkedIn(theirs!)
      .linksOf(theirs!)
      .map(({ type }) => type),
  ).toEqual(['about'])
})
