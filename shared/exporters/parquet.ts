import { type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { compressors } from '../archives/tables/parquetPages.ts'
import { cardOf } from '../dataset/card/card.ts'
import { DatasetCounts } from '../dataset/card/counts.ts'
import type { DatasetArticle, DatasetHead } from '../dataset/dataset.ts'
import {
  type Format,
  type Part,
  type ReadChoices,
  type ReadFiles,
  type ReadItem,
  saysAll,
  type WriteChoices,
  type Writer,
} from '../dataset/format.ts'
import { rowOf } from './parquet/articleRow.ts'
import { ParquetFile } from './parquet/parquetFile.ts'
import { itemsOf } from './parquet/reading.ts'

/** How the files of a dataset lie in their folder, and what its file of the head is called. */
const layouts = ['hub', 'hive'] as const

/**
 * Parquet: a row an article, its annotations and links lists in it; a file a
 * split, where the Hugging Face hub looks for it (`data/train-00000-of-00001.parquet`),
 * or in folders that name what is in them (`shard=2-of-8/split=train/part-0.parquet`).
 * Shards that several processes wrote are put together by laying their folders
 * over each other. `dataset.json` beside it has the codebook and the entities, `README.md` is its card.
 */
export const parquet: Format = {
  id: 'parquet',
  extensions: ['parquet'],
  makes: 'folder',
  says: saysAll,
  units: ['codepoint', 'utf16', 'utf8'],
  canLeaveTextOut: true,
  keepsIds: true,
  options: [
    { name: 'layout', values: layouts },
    { name: 'licence', values: [] },
  ],
  readBy: ['DuckDB 0.9'],
  readInTests: ['DuckDB 0.9'],
  write: (head, choices) => write(head, choices),
  read,
}

/** Writes with groups of so many rows; fewer than usual only in tests. */
export function write(head: DatasetHead, choices: WriteChoices, groupRows?: number): Writer {
  const isHive = choices.options['layout'] === 'hive'
  const entities = new Map(head.entities.map(entity => [entity.id, entity]))
  const keys = [
    { key: 'stet', value: JSON.stringify({ format: 'stet-dataset', formatVersion: 1, offsetUnit: choices.unit }) },
  ]
  const isFolder = isHive && head.splits.length > 0
  const files = new Map<string, ParquetFile>()
  const counts = new DatasetCounts(head)
  const openFile = (name: string) => {
    const file = files.get(name) ?? new ParquetFile(!isFolder, keys, groupRows)
    files.set(name, file)
    return file
  }
  const nameOf = ({ split }: Pick<DatasetArticle, 'split'>) => (isHive ? hiveName : hubName)(split, head, choices)

  return {
    begin: () => [headPart(head, choices)],
    add(article) {
      counts.add(article)
      const file = nameOf(article)
      const data = openFile(file).add(rowOf(article, choices, entities), charactersOf(article))
      return data ? [{ file, data }] : []
    },
    *end() {
      // A dataset of no articles has its columns all the same.
      if (files.size === 0) openFile(nameOf(head.splits.length > 0 ? { split: head.splits[0]! } : {}))
      for (const [file, open] of files) yield { file, data: open.end() }
      yield cardPart(head, choices, counts)
    },
  }
}

function hubName(split: string | undefined, _head: DatasetHead, { shard }: WriteChoices): string {
  const [index, of] = shard ? [shard.index - 1, shard.of] : [0, 1]
  const digits = (number: number) => String(number).padStart(5, '0')
  return `data/${fileWord(split ?? 'train')}-${digits(index)}-of-${digits(of)}.parquet`
}

function hiveName(split: string | undefined, { splits }: DatasetHead, { shard }: WriteChoices): string {
  const folders = [
    ...(shard ? [`shard=${shard.index}-of-${shard.of}`] : []),
    // What is in no part of the split stands where Hive has what has no value.
    ...(splits.length > 0 ? [`split=${split === undefined ? NO_VALUE : fileWord(split)}`] : []),
  ]
  return [...folders, 'part-0.parquet'].join('/')
}

const NO_VALUE = '__HIVE_DEFAULT_PARTITION__'

/** Letters, digits, `_`, `.` and `-`, which every system takes. */
function fileWord(words: string): string {
  return words.replace(/[^\p{L}\p{N}_.-]/gu, '_')
}

function headPart(head: DatasetHead, { unit, shard }: WriteChoices): Part {
  const said = { format: 'stet-dataset', formatVersion: 1, offsetUnit: unit, ...head }
  const file = shard ? `dataset-${shard.index}-of-${shard.of}.json` : 'dataset.json'
  return { file, data: `${JSON.stringify(said, null, 2)}\n` }
}

function cardPart(head: DatasetHead, choices: WriteChoices, counts: DatasetCounts): Part {
  const { unit, withText, shard, families, options } = choices
  const isHive = options['layout'] === 'hive'
  const splits = head.splits.length > 0 ? head.splits.filter(split => counts.parts.has(split)) : ['train']
  const hivePath = (split: string) => (head.splits.length > 0 ? `**/split=${split}/*.parquet` : '**/*.parquet')
  const files = splits
    .map(fileWord)
    .map(split => ({ split, path: isHive ? hivePath(split) : `data/${split}-*.parquet` }))
  const data = cardOf(head, counts, {
    ...{ unit, withText, files, licence: options['licence'] ?? '' },
    ...(families ? { families } : {}),
    ...(shard ? { shard: `${shard.index}/${shard.of}` } : {}),
  })
  return { file: shard ? `README-${shard.index}-of-${shard.of}.md` : 'README.md', data }
}

/** About what an article takes in memory. */
function charactersOf({ text, layers }: DatasetArticle): number {
  return (
    text.length + layers.reduce((sum, { annotations, links }) => sum + 500 * (annotations.length + links.length), 0)
  )
}

/** Words as they stand: a byte order mark is a character of them. */
const parsers = {
  stringFromBytes: (bytes: Uint8Array | undefined) =>
    bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
}

/** Rows that are read at once of a group that has more: ours has no more than it is written with. */
const READ_ROWS = 1_000

async function* read(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  for (const file of files.names.filter(name => name === '' || /\.parquet$/i.test(name))) {
    const source = files.source(file)
    try {
      const metadata = await parquetMetadataAsync(source)
      const split = /(?:^|\/)split=([^/]+)\//.exec(file)?.[1]
      for (const [rowStart, rowEnd] of stretchesOf(metadata)) {
        const rows = await parquetReadObjects({ file: source, metadata, compressors, parsers, rowStart, rowEnd })
        for (const [i, row] of rows.entries())
          yield* itemsOf(
            split === undefined || split === NO_VALUE ? row : { split, ...row },
            file,
            rowStart + i + 1,
            choices,
          )
      }
    } finally {
      source.close()
    }
  }
}

/** From which row to before which one is read at once. A group is unpacked whole for any row of it, and so is read in one go where that isn't too much. */
function* stretchesOf({ row_groups }: FileMetaData): Generator<readonly [start: number, end: number]> {
  let begin = 0
  for (const { num_rows } of row_groups) {
    const end = begin + Number(num_rows)
    for (let start = begin; start < end; start += READ_ROWS) yield [start, Math.min(end, start + READ_ROWS)]
    begin = end
  }
}
