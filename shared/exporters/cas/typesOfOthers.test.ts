import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saying } from '../../dataset/compare.ts'
import type { DatasetArticle } from '../../dataset/dataset.ts'
import { anyArticle } from '../../dataset/drawnDataset.laws.ts'
import { fitTo } from '../../dataset/fit.ts'
import { casJson } from '../casJson.ts'
import { casXmi } from '../casXmi.ts'
import { readBack, written } from '../roundTrip.laws.ts'
import { webannoTsv } from '../webannoTsv.ts'

const names = ['claim', 'x.Span', 'x.ElementLink', 'uima.tcas.Annotation', 'a_b.C_d']
const kinds = ['next', 'x.Rel', 'x.Span', 'parent', 'has space', 'roles', 'links']
const attributes = [
  'type',
  'value',
  'tag',
  'id',
  'note',
  'begin',
  'sofa',
  'x_1',
  'a__stetYes',
  'ä b',
  'referenceType',
  '',
]

/** An article whose tags, links and attributes are called as others' types and features are, and as Stet's own. */
const anyForeign: fc.Arbitrary<DatasetArticle> = anyArticle('a.txt').chain(article =>
  fc.infiniteStream(fc.nat(1000)).map(numbers => {
    const pick = (from: readonly string[]) => from[numbers.next().value! % from.length]!
    const renamed = (said: object) =>
      Object.fromEntries(Object.values(said).map(value => [pick(attributes), value])) as Record<string, string>
    return {
      ...article,
      layers: article.layers.map(layer => ({
        ...layer,
        annotations: layer.annotations.map(one => ({ ...one, tag: pick(names), attributes: renamed(one.attributes) })),
        links: layer.links.map(one => {
          const isSlot = one.cameAs === 'role' && numbers.next().value! % 2 === 0
          const said = isSlot ? { slot: pick(kinds) } : one.cameAs ? {} : renamed(one.attributes)
          return { ...one, type: pick(kinds), attributes: numbers.next().value! % 3 === 0 ? {} : said }
        }),
      })),
    }
  }),
)

test.each([webannoTsv, casXmi, casJson])('tags and links that are types of others come back: $id', async format => {
  await fc.assert(
    fc.asyncProperty(anyForeign, async article => {
      const { articles, untaken } = await readBack(format, written(format, [article]))
      expect(untaken).toEqual([])
      const fitted = fitTo(article, format.says).article
      expect(articles.map(one => saying(one, format.says, false))).toEqual([saying(fitted, format.says, false)])
    }),
    { numRuns: 200 },
  )
})
