import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { duckdbOf } from '../../shared/exporters/parquet/duckdb.laws.ts'
import { TriedCommands } from './tried.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const sample = join(project, 'resources', 'sample', '2031-03')
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stet-shards-')))
const commands = new TriedCommands()
afterAll(async () => {
  await commands.close()
  rmSync(folder, { recursive: true })
})

const SHARDS = 8
const how = ['export', 'corpus', '--format', 'parquet', '--with', 'layout=hive']

/** A process of its own, as an array job starts it; what it said on standard error. */
async function ownProcess(words: readonly string[]): Promise<string> {
  const program = ['--import', 'tsx', 'electron/commandLine/stet.ts', ...words]
  const { stderr } = await promisify(execFile)(process.execPath, program, {
    ...{ cwd: project, env: { ...process.env, INIT_CWD: folder } },
  })
  return stderr
}

/** As `xargs -P` does it: so many at a time, the next one when one is done. */
async function inTurns(works: readonly (() => Promise<unknown>)[], atOnce: number): Promise<void> {
  const left = works.values()
  const turn = async () => {
    for (const work of left) await work()
  }
  await Promise.all(Array.from({ length: atOnce }, turn))
}

test('eight processes write, each its shard, what a single run writes, row for row as DuckDB finds it', async () => {
  const layers = readdirSync(sample).filter(name => /\.[a-z-]+\.stet\.json$/.test(name) && !/\.article\./.test(name))
  const article = layers[0]!.replace(/\.[^.]+\.stet\.json$/, '')
  for (let i = 0; i < 40; i++) {
    mkdirSync(join(folder, 'corpus', `${i % 5}`), { recursive: true })
    for (const name of [article, ...layers.filter(name => name.startsWith(`${article}.`))])
      cpSync(join(sample, name), join(folder, 'corpus', `${i % 5}`, `${i} ü-${name}`))
  }
  expect(await commands.run(folder, [...how, '--out', 'whole'])).toMatchObject({ code: 0 })
  mkdirSync(join(folder, 'union'))
  const shards = Array.from({ length: SHARDS }, (_, i) => i + 1)
  await inTurns(
    shards.map(i => () => ownProcess([...how, '--shard', `${i}/${SHARDS}`, '--out', `union/${i}`])),
    Math.min(SHARDS, availableParallelism()),
  )

  const parts = ['whole', 'union'].flatMap(of =>
    readdirSync(join(folder, of), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.parquet'))
      .map(name => ({ file: `${of}/${name}`, data: new Uint8Array(readFileSync(join(folder, of, name))) })),
  )
  const ask = await duckdbOf(parts)
  const whole = "read_parquet('out/whole/*.parquet', hive_partitioning = true)"
  const files = 'out/union/*/shard=*/*.parquet'
  const union = `(select * exclude (shard) from read_parquet('${files}', hive_partitioning = true))`
  const all = { rows: 40, paths: 40 }
  for (const rows of [whole, union])
    expect(ask(`select count(*) as rows, count(distinct path) as paths from ${rows}`)).toEqual([all])
  expect(
    ask(`select count(distinct shard) > 4 as many from read_parquet('${files}', hive_partitioning = true)`),
  ).toEqual([{ many: true }])
  expect(ask(`(from ${whole} except from ${union}) union all (from ${union} except from ${whole})`)).toEqual([])
})
