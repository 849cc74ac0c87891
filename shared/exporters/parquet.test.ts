import { expect, test } from 'vitest'
import type { DatasetArticle, DatasetHead } from '../dataset/dataset.ts'
import type { Part, WriteChoices } from '../dataset/format.ts'
import { shardOf } from '../dataset/splits/shard.ts'
import { duckdbOf } from './parquet/duckdb.laws.ts'
import { parquet, write } from './parquet.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'
import { newsArticle, newsHead } from './tables/drawnNews.laws.ts'

const splits = ['train', 'test']
const head: DatasetHead = { ...newsHead, splits }
const many = Array.from(
  { length: 40 },
  (_, i): DatasetArticle => ({ ...newsArticle, path: `${i % 3}/${i}.txt`, split: i % 5 === 0 ? 'test' : 'train' }),
)

const filesOf = (parts: readonly Part[]) =>
  [...new Set(parts.map(({ file }) => file))].filter(file => file.endsWith('.parquet')).sort()

test('out and in again is the same, in every unit', () => holdsRoundTrip(parquet, 60))

test('a split is a file where the hub looks for it', () => {
  expect(filesOf(written(parquet, many, {}, head))).toEqual([
    'data/test-00000-of-00001.parquet',
    'data/train-00000-of-00001.parquet',
  ])
  expect(filesOf(written(parquet, [newsArticle]))).toEqual(['data/train-00000-of-00001.parquet'])
  const shard = { index: 2, of: 8 }
  expect(filesOf(written(parquet, [newsArticle], { shard }))).toEqual(['data/train-00001-of-00008.parquet'])
})

test('the head of the dataset, with codebook and entities, is beside it', () => {
  const part = written(parquet, [newsArticle], {}, newsHead).find(({ file }) => file === 'dataset.json')!
  expect(JSON.parse(part.data as string)).toMatchObject({
    ...{ offsetUnit: 'codepoint', codebook: { id: 'stet-default' } },
    entities: [{ id: 'e-ada', aliases: ['A. Novak', 'Novak'] }, { id: 'e-port' }],
  })
})

test('the card names the files of each split, and a shard’s card the shard', () => {
  const cardOf = (more: Partial<WriteChoices>) =>
    written(parquet, many, more, head).find(({ file }) => /^README/.test(file))!
  const card = cardOf({ options: { licence: 'cc-by-4.0' } })
  expect(card.file).toBe('README.md')
  expect(card.data).toContain('license: cc-by-4.0')
  expect(card.data).toContain('  - split: "test"\n    path: "data/test-*.parquet"')
  expect(cardOf({ shard: { index: 2, of: 8 } })).toMatchObject({ file: 'README-2-of-8.md' })
  expect(cardOf({ options: { layout: 'hive' } }).data).toContain('path: "**/split=train/*.parquet"')
})

test('DuckDB finds the same rows and values', async () => {
  const ask = await duckdbOf(written(parquet, many, {}, head))
  const all = "read_parquet('out/data/*.parquet')"
  expect(ask(`select path, split, title, text from ${all} order by path`)).toEqual(
    [...many]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, split, text }) => ({ path, split, title: 'Bridge', text })),
  )
  const claims = ask(
    `select a.id, a.quote, a.start, a."end", text[a.start + 1 : a."end"] as words, a.attributes, a.note
     from (select text, unnest(annotations) as a from ${all} where path = '0/0.txt') where a.tag = 'claim'`,
  )
  expect(claims).toEqual([
    {
      ...{ id: 'c1', quote: 'The bridge will open in May', start: 0, end: 27, words: 'The bridge will open in May' },
      ...{ attributes: '{"type":"prediction","polarity":"supports","shade":3}', note: null },
    },
    {
      id: 'c2',
      quote: 'We doubt it',
      start: 46,
      end: 57,
      words: 'We doubt it',
      attributes: '{"speech":"direct"}',
      note: '=1+1',
    },
  ])
  const links = ask(
    `select l."from", l."to", l.type from (select unnest(links) as l from ${all} where path = '0/0.txt')`,
  )
  expect(links).toEqual(
    newsArticle.layers[0]!.links.map(({ from, to, type }) => ({
      from,
      to: (to as { annotation: string }).annotation,
      type,
    })),
  )
  expect(ask(`select len(zones) as zones, entities[1].name as name from ${all} limit 1`)).toEqual([
    { zones: 0, name: 'Ada Novak' },
  ])
})

test('what eight processes wrote of their shards is the same as a single run, row for row', async () => {
  const hive = (more: Partial<WriteChoices>) => ({ options: { layout: 'hive' }, ...more })
  const whole = written(parquet, many, hive({}), head)
  const shards = [1, 2, 3, 4, 5, 6, 7, 8].flatMap(index =>
    written(
      parquet,
      many.filter(({ path }) => shardOf(path, 8) === index),
      hive({ shard: { index, of: 8 } }),
      head,
    ),
  )
  expect(filesOf(shards)).toContain('shard=2-of-8/split=train/part-0.parquet')
  expect(filesOf(whole)).toEqual(['split=test/part-0.parquet', 'split=train/part-0.parquet'])
  const ask = await duckdbOf([...whole, ...shards])
  const single = "read_parquet('out/split=*/*.parquet', hive_partitioning = true)"
  const union =
    "(select * exclude (shard) from read_parquet('out/shard=*/split=*/*.parquet', hive_partitioning = true))"
  expect(ask(`select count(*) as rows, count(distinct path) as paths from ${union}`)).toEqual([{ rows: 40, paths: 40 }])
  expect(ask(`select count(*) as rows from ${single}`)).toEqual([{ rows: 40 }])
  expect(ask(`(from ${single} except from ${union}) union all (from ${union} except from ${single})`)).toEqual([])
  const { articles, untaken } = await readBack(parquet, shards)
  expect(untaken).toEqual([])
  expect(articles.map(({ path, split }) => `${path} ${split}`).sort()).toEqual(
    many.map(({ path, split }) => `${path} ${split}`).sort(),
  )
})

test('groups of rows are written as they fill, and read back as one', async () => {
  const choices: WriteChoices = { unit: 'codepoint', withText: true, fittings: {}, options: {} }
  const writer = write(newsHead, choices, 4)
  const parts = [...writer.begin()]
  const during = many.map(article => [...writer.add(article)])
  expect(during.flatMap((made, i) => (made.length > 0 && i < 20 ? [i] : []))).toEqual([4, 9, 14, 15, 19])
  parts.push(...during.flat(), ...writer.end())
  const { articles } = await readBack(parquet, parts)
  expect(articles.map(({ path }) => path).sort()).toEqual(many.map(({ path }) => path).sort())
})

test('a dataset of no articles has its columns all the same', async () => {
  const ask = await duckdbOf(written(parquet, [], {}, head))
  expect(ask("select count(path) as rows from read_parquet('out/data/*.parquet')")).toEqual([{ rows: 0 }])
})
