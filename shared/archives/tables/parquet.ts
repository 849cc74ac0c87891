import { type FileMetaData, parquetMetadataAsync, parquetReadObjects, parquetSchema, type SchemaTree } from 'hyparquet'
import { Problem } from '../../problems/problem.ts'
import type { Archive, ByteSource } from '../archive.ts'
import { extensions } from '../extensions.ts'
import { flatten } from './flatten.ts'
import { compressors } from './parquetPages.ts'
import { jsonOf } from './parquetValues.ts'
import { type Row, type Table, tableArchive } from './table.ts'

/** Tables of Hugging Face and its kin, column by column and packed; a part of the rows is read at a time. */
export const parquet: Archive = tableArchive({
  id: 'parquet/1',
  title: 'parquet',
  extensions: extensions.parquet,
  recognises: (head, name) =>
    /\.(?:parquet|pq)$/i.test(name) && /^PAR[1E]/.test(String.fromCharCode(...head.subarray(0, 4))),
  open,
})

/** What the columns that are wanted of a group of rows may weigh, packed: they are held whole. */
const MAX_GROUP_BYTES = 512 * 1024 * 1024
/** What is unpacked at a time. */
const WINDOW_BYTES = 64 * 1024 * 1024
const WINDOW_ROWS = 20_000
/** Rows by which the names of what stands in columns of columns are known. */
const SAMPLE_ROWS = 100
const MAX_COLUMNS = 1000

async function open(source: ByteSource): Promise<Table> {
  const metadata = await metadataOf(source)
  const columns = parquetSchema(metadata).children.filter(column => !holdsBytes(column))
  const names: string[] = []
  const nested = columns.some(({ children }) => children.length > 0) ? await sampleOf(source, metadata, columns) : []
  for (const { element, children } of columns) {
    const inner = children.length === 0 ? [element.name] : nested.filter(name => isOf(name, element.name))
    names.push(...inner.slice(0, MAX_COLUMNS))
  }
  return {
    names,
    async *rows(wanted) {
      const read = columns.filter(({ element }) =>
        names.some((name, i) => (wanted?.has(i) ?? true) && isOf(name, element.name)),
      )
      for await (const row of rowsOf(source, metadata, read))
        yield 'object' in row ? { place: row.place, cells: names.map(name => row.object.get(name) ?? '') } : row
    },
  }
}

async function metadataOf(source: ByteSource): Promise<FileMetaData> {
  const end = String.fromCharCode(...new Uint8Array(await source.slice(Math.max(0, source.byteLength - 4))))
  if (end === 'PARE') throw new Problem('cannot-read', 'The table is encrypted.')
  try {
    if (end !== 'PAR1') throw new RangeError('no end')
    return await parquetMetadataAsync(source)
  } catch (cause) {
    throw new Problem(
      'cannot-read',
      'The file is damaged or cut off: the end, which says what stands where, is missing.',
      { cause },
    )
  }
}

/** Whether what stands in a column of columns is no text, but pictures and the like. */
function holdsBytes({ element, children }: SchemaTree): boolean {
  const isBytes = (leaf: SchemaTree): boolean =>
    leaf.children.some(isBytes) ||
    (leaf.children.length === 0 &&
      leaf.element.type === 'BYTE_ARRAY' &&
      leaf.element.converted_type === undefined &&
      leaf.element.logical_type === undefined)
  return element.name !== '' && children.some(isBytes)
}

function isOf(name: string, column: string): boolean {
  return name === column || name.startsWith(`${column}.`)
}

async function sampleOf(source: ByteSource, metadata: FileMetaData, columns: readonly SchemaTree[]): Promise<string[]> {
  const names = new Set<string>()
  let count = 0
  for await (const row of rowsOf(source, metadata, columns, SAMPLE_ROWS)) {
    if ('object' in row) for (const name of row.object.keys()) names.add(name)
    if (++count === SAMPLE_ROWS) break
  }
  return [...names]
}

type Found =
  | { readonly place: string; readonly object: ReadonlyMap<string, string> }
  | Extract<Row, { readonly problem: unknown }>

async function* rowsOf(
  source: ByteSource,
  metadata: FileMetaData,
  columns: readonly SchemaTree[],
  mostRows = WINDOW_ROWS,
): AsyncIterable<Found> {
  const names = columns.map(({ element }) => element.name)
  let start = 0
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows)
    const wanted = group.columns.flatMap(({ meta_data }) =>
      meta_data && names.includes(meta_data.path_in_schema[0] ?? '') ? [meta_data] : [],
    )
    const packed = wanted.reduce((sum, column) => sum + Number(column.total_compressed_size), 0)
    const unpacked = wanted.reduce((sum, column) => sum + Number(column.total_uncompressed_size), 0)
    if (packed > MAX_GROUP_BYTES) {
      const detail = `Rows ${start + 1} to ${end} weigh more than 512 MB together. Write the table with smaller groups of rows.`
      yield { place: `Rows ${start + 1} to ${end}`, problem: { kind: 'too-large', detail } }
    } else {
      const share = Math.floor(((end - start) * WINDOW_BYTES) / Math.max(1, unpacked))
      const most = Math.max(1, Math.min(mostRows, share))
      for (let from = start; from < end; from += most)
        yield* windowOf(source, metadata, columns, from, Math.min(end, from + most))
    }
    start = end
  }
}

async function* windowOf(
  file: ByteSource,
  metadata: FileMetaData,
  columns: readonly SchemaTree[],
  rowStart: number,
  rowEnd: number,
): AsyncIterable<Found> {
  const names = columns.map(({ element }) => element.name)
  let rows: readonly Readonly<Record<string, unknown>>[]
  try {
    rows = await parquetReadObjects({
      file,
      metadata,
      columns: names,
      rowStart,
      rowEnd,
      compressors,
      useOffsetIndex: true,
    })
  } catch (error) {
    const place = `Rows ${rowStart + 1} to ${rowEnd}`
    const why =
      error instanceof Problem ? error.detail : 'The file is damaged there, or packed in a way that isn’t known.'
    yield { place, problem: { kind: 'cannot-read', detail: `${place} can’t be read. ${why}` } }
    return
  }
  for (const [i, row] of rows.entries()) {
    const object = Object.fromEntries(columns.map(({ element }) => [element.name, jsonOf(row[element.name], element)]))
    yield { place: `Row ${rowStart + i + 1}`, object: flatten(object) }
  }
}
