import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../annotation/span.ts'
import { anyArticle } from './drawnDataset.laws.ts'
import { articleHas, usesIn } from './features.ts'
import { fitTo } from './fit.ts'
import { saysAll } from './format.ts'

test('what XML can’t hold stands as U+FFFD in its place, and is told of the article and of each annotation', () => {
  const layer = {
    annotator: 'ada',
    annotations: [
      { id: 'a', tag: 'actor', spans: [{ start: 2, end: 3 }], attributes: { kind: ['x', '\ufffe'] } },
      { id: 'b', tag: 'actor', spans: [{ start: 2, end: 3 }], attributes: { kind: 'tab\t💩' } },
    ],
    links: [{ id: 'l', type: 'about', from: 'a', to: { annotation: 'b' }, attributes: { why: '\0' } }],
  }
  const article = { path: 'a.txt', text: '\u0001\u000c💩\r\n', metadata: {}, zones: [], layers: [layer] }
  const { article: fitted, leftOut } = fitTo(article, { ...saysAll, 'control-characters': 'lost' })
  expect(fitted.text).toBe('\ufffd\ufffd💩\r\n')
  expect(fitted.layers[0]!.annotations.map(({ attributes }) => attributes)).toEqual([
    { kind: ['x', '\ufffd'] },
    { kind: 'tab\t💩' },
  ])
  expect(leftOut.map(({ kind, id, done }) => [kind, id, done])).toEqual([
    ['article', '', 'changed'],
    ['annotation', 'a', 'changed'],
    ['link', 'l', 'changed'],
  ])
  expect(articleHas('control-characters', article)).toBe(true)
  expect(usesIn('control-characters', layer, article.text)).toEqual({ annotations: ['a'], links: ['l'] })
  expect(fitTo(article, saysAll)).toEqual({ article, leftOut: [] })
})

test('whatever meets another annotation is dropped where that was chosen, and nothing else', () => {
  const meets = (a: Span, b: Span) => a.start < b.end && b.start < a.end
  const crosses = (a: Span, b: Span) =>
    meets(a, b) && a.start !== b.start && a.end !== b.end && a.start < b.start === a.end < b.end
  fc.assert(
    fc.property(anyArticle('a.txt'), fc.constantFrom('overlap' as const, 'crossing' as const), (article, feature) => {
      const does = feature === 'overlap' ? meets : crosses
      const { leftOut } = fitTo(article, { ...saysAll, [feature]: ['drop'] })
      const wanted = article.layers.flatMap(({ annotations }) =>
        annotations
          .filter(one =>
            annotations.some(other => other !== one && one.spans.some(a => other.spans.some(b => does(a, b)))),
          )
          .map(({ id }) => id),
      )
      const dropped = leftOut.filter(({ kind }) => kind === 'annotation').map(({ id }) => id)
      expect(dropped.sort()).toEqual(wanted.sort())
    }),
    { numRuns: 300 },
  )
})
