import { expect, test } from 'vitest'
import type { DatasetArticle } from '../dataset/dataset.ts'
import { fitTo } from '../dataset/fit.ts'
import { memoryFiles } from '../dataset/memoryFiles.ts'
import { formats } from './formats.ts'
import { readBack, written } from './roundTrip.laws.ts'

const text = 'Ada said so.'
const at = '2031-03-04T05:06:07Z'
const article: DatasetArticle = {
  ...{ file: 'a.txt', path: 'a.txt', text, textSha256: 'a'.repeat(64), metadata: {}, zones: [] },
  layers: [
    {
      ...{ annotator: 'finder', status: 'done', links: [] },
      annotations: [{ id: 'a', tag: 'actor', spans: [{ start: 0, end: 3 }], attributes: {} }],
    },
    {
      ...{ annotator: 'talker', status: 'in-progress', annotations: [], links: [], onlyDiscusses: true },
      comments: [{ id: 'c', kind: 'note', on: { article: true }, text: 'Well.', created: at }],
    },
  ],
} as DatasetArticle

for (const [name, load] of Object.entries(formats))
  test(`${name} has nobody who only discusses among those who annotated`, async () => {
    const format = await load()
    if (!format.write) return
    const parts = written(format, [article])
    // JSON Lines has them in a place of their own, and says so.
    if (format.says.discussion === 'lost') {
      const files = memoryFiles(parts)
      const words = await Promise.all(files.names.map(async file => Buffer.from(await files.bytes(file)).toString()))
      expect(`${files.names.join(' ')} ${words.join(' ')}`).not.toContain('talker')
      expect(fitTo(article, format.says).leftOut).toContainEqual(
        expect.objectContaining({ annotator: 'talker', feature: 'discussion' }),
      )
    }
    if (!format.read) return
    const { articles } = await readBack(format, parts, () => text)
    const whoAnnotated = articles.flatMap(({ layers }) => layers.filter(one => !one.onlyDiscusses))
    expect(whoAnnotated.map(({ annotator }) => annotator)).not.toContain('talker')
  })
