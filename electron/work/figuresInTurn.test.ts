import { expect, test } from 'vitest'
import { articleAgreement } from '../../shared/agreement/articleAgreement.ts'
import { asTheyAre } from '../../shared/agreement/compareLayers.ts'
import { figuresOf } from '../../shared/agreement/figures/figures.ts'
import { FiguresInTurn } from './figuresInTurn.ts'

test('what figures need is counted article by article before the first of them, and they are those that all at once gives', () => {
  const layers = ['ada', 'ben'].map(annotator => ({ annotator, name: annotator, annotations: [], links: [] }))
  const counted: number[] = []
  const articles = [0, 1, 2].map(number => {
    const article = articleAgreement('The cat sat on the mat.', layers, asTheyAre)
    const { continua } = article
    return Object.defineProperty({ ...article }, 'continua', {
      enumerable: true,
      get: () => {
        if (!counted.includes(number)) counted.push(number)
        return continua
      },
    })
  })
  const offered = { questions: [], tags: [] }
  const turns = new FiguresInTurn(articles, null, offered)
  for (const already of [1, 2, 3]) {
    turns.goOn()
    expect({ counted: counted.length, groups: turns.groups.length, of: turns.of }).toEqual({
      ...{ counted: already, groups: 0, of: 0 },
    })
  }
  while (!turns.isDone) turns.goOn()
  const pairs = [null, { a: 'ada', b: 'ben' }]
  expect(turns.groups).toEqual(pairs.flatMap(pair => figuresOf(articles, pair, { ...offered, samples: 1_000 })))
})
