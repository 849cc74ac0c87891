import { expect, test } from 'vitest'
import { saying } from '../dataset/compare.ts'
import { fitTo } from '../dataset/fit.ts'
import { formats } from './formats.ts'
import { readBack, written } from './roundTrip.laws.ts'
import { trapArticles, trapHead } from './traps.laws.ts'

const all = await Promise.all(Object.values(formats).map(load => load()))

test.each(all.filter(({ write }) => write).map(({ id, says }) => [id, says] as const))(
  '%s: whatever of the traps is not written is named',
  (_id, says) => {
    for (const article of trapArticles) {
      const { article: fitted, leftOut } = fitTo(article, says)
      const named = new Set(leftOut.map(({ annotator, kind, id }) => JSON.stringify([annotator, kind, id])))
      for (const [i, { annotator, annotations, links }] of article.layers.entries()) {
        const same = (kind: string, { id }: { readonly id: string }, written: unknown, meant: unknown) => {
          if (!named.has(JSON.stringify([annotator, kind, id]))) expect([kind, id, written]).toEqual([kind, id, meant])
        }
        const { annotations: annotated, links: linked } = fitted.layers[i]!
        for (const one of annotations)
          same('annotation', one, asText(annotated.find(({ id }) => id === one.id)), asText(one))
        for (const one of links) same('link', one, asText(linked.find(({ id }) => id === one.id)), asText(one))
      }
    }
  },
)

const asText = (value: unknown) => JSON.stringify(value)

test.each(
  all.filter(({ write, read, isView }) => write && read && !isView).map(format => [format.id, format] as const),
)('%s: what is full of traps comes back as it was', async (_id, format) => {
  const { articles, untaken } = await readBack(format, written(format, trapArticles, {}, trapHead))
  expect(untaken).toEqual([])
  const said = (article: (typeof trapArticles)[number]) => saying(article, format.says, format.keepsIds)
  const meant = new Map(trapArticles.map(article => [article.path, said(fitTo(article, format.says).article)]))
  const read = new Map(articles.map(article => [article.path, said(article)]))
  expect([...read.keys()].sort()).toEqual([...meant.keys()].sort())
  for (const [path, words] of meant) expect(JSON.parse(read.get(path)!)).toEqual(JSON.parse(words))
})
