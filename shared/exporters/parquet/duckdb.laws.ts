import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as DuckDB from '@duckdb/duckdb-wasm/blocking'
import type { Part } from '../../dataset/format.ts'
import { memoryFiles } from '../../dataset/memoryFiles.ts'

/** Test ground: DuckDB, which reads Parquet with code that isn't ours. */

const require = createRequire(import.meta.url)
const WHERE = '@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs'
/** What it says of its types is of a browser's. */
const duckdb = require(WHERE) as typeof DuckDB & { readonly NODE_RUNTIME: DuckDB.DuckDBRuntime }

/** Asks DuckDB about files that lie in the folder `out`; an answer is rows as plain JSON. */
export async function duckdbOf(parts: readonly Part[]): Promise<(sql: string) => Record<string, unknown>[]> {
  const folder = dirname(require.resolve(WHERE))
  const bundle = (kind: string) => ({ mainModule: join(folder, `duckdb-${kind}.wasm`), mainWorker: '' })
  const db = await duckdb.createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  )
  await db.instantiate(() => {})
  const files = memoryFiles(parts)
  for (const name of files.names)
    if (name.endsWith('.parquet')) db.registerFileBuffer(`out/${name}`, await files.bytes(name))
  const connection = db.connect()
  const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)
  return sql =>
    connection
      .query(sql)
      .toArray()
      .map((row: { toJSON(): unknown }) => JSON.parse(JSON.stringify(row.toJSON(), plain)))
}
