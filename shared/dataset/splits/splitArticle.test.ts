import { expect, test } from 'vitest'
import type { DatasetArticle } from '../dataset.ts'
import { splitArticleOf } from './splitArticle.ts'

const annotation = (id: string, tag: string) => ({ id, tag, spans: [{ start: 0, end: 3 }], attributes: {} })
const article: DatasetArticle = {
  path: '2031/ferry.txt',
  text: 'The ferry is late.',
  metadata: { outlet: 'Saltry Courier', published: '2031-03-04T08:00Z' },
  zones: [],
  layers: [
    { annotator: 'a1', annotations: [annotation('1', 'claim'), annotation('2', 'actor')], links: [] },
    { annotator: 'a2', annotations: [annotation('1', 'claim')], links: [] },
  ],
}

test('an article stands in the strata of its outlet, its month and its tags', () => {
  expect(splitArticleOf(article, 'wire')).toEqual({
    path: '2031/ferry.txt',
    family: 'wire',
    annotations: 3,
    strata: { outlet: { 'Saltry Courier': 1 }, month: { '2031-03': 1 }, tag: { claim: 2, actor: 1 } },
  })
})

test('what nothing is known of stands in no stratum; a year alone is as good as a month', () => {
  expect(splitArticleOf({ ...article, metadata: {}, layers: [] }, 'x').strata).toEqual({ tag: {} })
  expect(splitArticleOf({ ...article, metadata: { published: '2031' } }, 'x').strata['month']).toEqual({ '2031': 1 })
})
