import { expect, test } from 'vitest'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { LayerHead, Opened } from '../../shared/contract/contract.ts'
import { noLayer } from '../../shared/contract/noLayer.ts'
import { OpenArticle } from './openArticle.ts'

const text = 'The cat sat on the mat, and the dog said nothing.'
const everywhere = { start: 0, end: text.length }

function annotation(id: string, words: string): Annotation {
  const start = text.indexOf(words)
  const spans = [makeAnchor(text, { start, end: start + words.length })]
  return { id, tag: 'actor', spans, attributes: {}, origin: { kind: 'manual' }, created: '', modified: '' }
}

const opened = (glimpse: readonly Annotation[]): Opened => ({
  ticket: 'cats',
  text,
  blocks: JSON.stringify([[text.length, 'body', 'reader']]),
  title: 'cats',
  encoding: 'utf-8',
  encodingBy: 'valid',
  hasEncoding: true,
  encodingChosen: null,
  found: {},
  fields: {},
  invalidBytes: 0,
  pagesWithoutText: [],
  unseen: 0,
  lineEnds: 'none',
  factsProblem: null,
  zonesContradicted: [],
  saidContradicted: [],
  offset: 0,
  glimpse: JSON.stringify(glimpse),
})
const head: LayerHead = { ...noLayer, access: 'write', revision: 1, annotations: 2, pieces: [0] }
const shown = (article: OpenArticle) => article.shownIn(everywhere).map(({ id }) => id)

test('what was glimpsed is shown until the layer has come, and then the layer alone', () => {
  const [cat, dog, mat] = [annotation('cat', 'cat'), annotation('dog', 'dog'), annotation('mat', 'mat')]
  const article = new OpenArticle(opened([cat, dog]))
  expect(shown(article)).toEqual(['cat', 'dog'])
  article.begin(head)
  article.take([mat])
  expect(shown(article)).toEqual(['cat', 'mat', 'dog'])
  expect(article.layer.annotations.size).toBe(1)
  article.take([cat])
  expect(shown(article)).toEqual(['cat', 'mat'])
})

test('what a person removes before it has come is not shown any more', () => {
  const article = new OpenArticle(opened([annotation('cat', 'cat')]))
  article.begin(head)
  article.touch('cat')
  expect(shown(article)).toEqual([])
})

test('a correction from before the article was opened is taken back to what the reader said', () => {
  const blocks = JSON.stringify([[text.length, 'quote', 'person', 'caption']])
  const article = new OpenArticle({ ...opened([]), blocks })
  const quote = article.quoteOfBlock(everywhere)
  const undo = article.correct({ kind: 'zone', span: everywhere, quote, zone: null })
  expect(article.blocks).toMatchObject([{ zone: 'caption', by: 'reader' }])
  article.correct(undo)
  expect(article.blocks).toMatchObject([{ zone: 'quote', by: 'person' }])
})
