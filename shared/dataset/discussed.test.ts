import { expect, test } from 'vitest'
import type { CommentTarget } from '../annotation/comment.ts'
import type { DatasetLayer } from './dataset.ts'
import { discussedIn, withWhatIsThere } from './discussed.ts'
import { keepable } from './keepable.ts'
import { applyMap } from './map/applyMap.ts'
import { emptyMap } from './map/tagMap.ts'

const comment = (id: string, on: CommentTarget) => ({
  ...{ id, on, kind: 'note', text: `${id}!`, created: '2031-03-04T05:06:07Z' },
})
const layer = (more: Partial<DatasetLayer>): DatasetLayer => ({ annotator: 'ada', annotations: [], links: [], ...more })
const annotations = [
  { id: 'a', tag: 'actor', spans: [{ start: 0, end: 3 }], attributes: {} },
  { id: 'c', tag: 'claim', spans: [{ start: 4, end: 8 }], attributes: {} },
]
const read = (layers: DatasetLayer[]) => ({
  path: 'a.txt',
  file: 'in',
  text: 'Ada said',
  metadata: {},
  zones: [],
  layers,
})

test('comments that speak of each other alone are about nothing; the order in which they stand changes nothing', () => {
  const reply = (id: string, to: string) => comment(id, { layer: 'ada', comment: to })
  const comments = [reply('d', 'c'), reply('c', 'b'), comment('b', { article: true }), reply('x', 'y'), reply('y', 'x')]
  for (const some of [comments, [...comments].reverse()]) {
    const { layers, gone } = withWhatIsThere([layer({ comments: some })])
    expect(layers[0]!.comments!.map(({ id }) => id).sort()).toEqual(['b', 'c', 'd'])
    expect(gone.map(({ words }) => words).sort()).toEqual(['x!', 'y!'])
  }
})

test('keys that aren’t known stay out, and what isn’t understood is counted', () => {
  const known = { ...comment('a', { article: true, rest: '{"who": "cy"}' }), rest: '{"more": 1}' }
  expect(discussedIn([known, { id: 'b', json: '{"id": "b"}' }], [])).toEqual({
    comments: [comment('a', { article: true })],
    unknownRemarks: 1,
  })
})

test('a map that leaves out annotations tells what was said of them', () => {
  const comments = [
    comment('on-actor', { layer: 'ada', annotation: 'a' }),
    comment('on-claim', { layer: 'ada', annotation: 'c' }),
  ]
  const { article, away } = applyMap(read([layer({ annotations, comments })]), {
    ...emptyMap,
    tags: { actor: { drop: true } },
  })
  expect(article.layers[0]!.comments!.map(({ id }) => id)).toEqual(['on-claim'])
  expect(away.map(({ id, why, what }) => [id, why, what])).toEqual([
    ['a', 'dropped', 'Ada'],
    ['on-actor', 'about-dropped', 'on-actor!'],
  ])
})

test('of a file’s comments those that stand twice, or are about nothing that is there, are left out and told', () => {
  const comments = [comment('one', { article: true }), comment('one', { article: true })]
  const far = comment('far', { layer: 'bo', annotation: 'a' })
  const { article, untaken } = keepable(read([layer({ annotations, comments: [...comments, far] })]))
  expect(article.layers[0]!.comments).toEqual([comments[0]])
  expect(untaken.map(({ what, why }) => [what, why])).toEqual([
    ['one', 'twice'],
    ['far!', 'end-missing'],
  ])
})
