import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { reportFiles } from '../reports.ts'
import type { Tally } from '../tally.ts'
import { damage } from './damage.ts'
import { diceOf } from './dice.ts'
import { driftProgramme } from './driftProgramme.ts'
import { failingDisk } from './failingDisk.ts'
import { fullDisk } from './fullDisk.ts'
import { kills } from './kills.ts'
import type { Outcome, Programme } from './programme.ts'
import { syncFolder } from './syncFolder.ts'
import { twoProcesses } from './twoProcesses.ts'
import { twoWriters } from './twoWriters.ts'
import { versions } from './versions.ts'
import { windows } from './windows.ts'

/**
 * The programme of faults: `npm run test:faults -- --rounds N --seed S`.
 * `--only NAME,NAME` leaves the others out, `--short` is the form that every
 * check runs, `--json FILE` keeps the figures. Ends with 1 where a promise was
 * not kept.
 */
const programmes: readonly Programme[] = [
  kills,
  failingDisk,
  fullDisk,
  twoWriters,
  twoProcesses,
  syncFolder,
  damage,
  versions,
  driftProgramme,
  windows,
]

interface Row extends Outcome {
  readonly name: string
  readonly promise: string
  readonly seed: number
  readonly seconds: number
}

const words = process.argv.slice(2)
const said = (name: string): string | undefined => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined)
const isShort = words.includes('--short')
const seed = Number(said('--seed') ?? (isShort ? 1 : Date.now() % 1_000_000))
const rounds = said('--rounds') === undefined ? null : Number(said('--rounds'))
const only = said('--only')?.split(',')
const chosen = programmes.filter(({ name, isLong }) => (only ? only.includes(name) : !(isShort && isLong)))
if (chosen.length === 0 || Number.isNaN(seed) || (rounds !== null && !(rounds > 0))) {
  console.error(
    `usage: npm run test:faults -- [--rounds N] [--seed S] [--only ${programmes.map(({ name }) => name).join(',')}] [--short] [--json FILE]`,
  )
  process.exit(2)
}

const rows: Row[] = []
for (const programme of chosen) rows.push(await runOne(programme))
const file = said('--json')
if (file) writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`)
console.log(`\n${tableOf(rows)}`)
const skipped = rows.flatMap(row => (row.skipped ?? []).map(reason => ({ name: `faults: ${row.name}`, reason })))
const tally: Tally = {
  passed: rows.filter(row => row.rounds > 0 && row.broken.length === 0).length,
  failed: rows.filter(row => row.broken.length > 0).length,
  skipped,
}
mkdirSync(dirname(reportFiles.faults), { recursive: true })
writeFileSync(reportFiles.faults, JSON.stringify(tally))
for (const { name, reason } of skipped) console.log(`SKIPPED: ${name}: ${reason}`)
process.exit(rows.some(({ broken }) => broken.length > 0) ? 1 : 0)

async function runOne(programme: Programme): Promise<Row> {
  const { name, promise } = programme
  const lacks = programme.lacks()
  const head = { name, promise, seed }
  if (lacks) return { ...head, seconds: 0, rounds: 0, figures: {}, broken: [], skipped: [lacks] }
  const again = `npm run test:faults -- --only ${name} --seed ${seed}${rounds === null ? '' : ` --rounds ${rounds}`}${isShort ? ' --short' : ''}`
  console.log(`\n${name}: ${promise}\n  again: ${again}`)
  const begun = performance.now()
  const say = (line: string) => console.log(`  ${line}`)
  const outcome = await programme.run({ seed, dice: diceOf(seed), isShort, rounds, say }).catch(
    (error: unknown): Outcome => ({
      rounds: 0,
      figures: {},
      broken: [`it broke down: ${(error as Error).stack ?? error}`],
    }),
  )
  for (const what of outcome.broken.slice(0, 20)) say(`NOT KEPT: ${what}`)
  if (outcome.broken.length > 20) say(`and ${outcome.broken.length - 20} more`)
  return { ...head, ...outcome, seconds: (performance.now() - begun) / 1000 }
}

/** The figures, a programme a line. */
function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ name, rounds, broken, seconds, seed, figures, skipped = [] }) => [
    name,
    rounds === 0 && skipped.length > 0 ? 'skipped' : String(rounds),
    String(broken.length),
    `${seconds.toFixed(1)} s`,
    String(seed),
    Object.entries(figures)
      .map(([what, count]) => `${what} ${count}`)
      .join(', '),
  ])
  const all = [['programme', 'rounds', 'not kept', 'time', 'seed', 'counted'], ...cells]
  const widths = all[0]!.map((_, i) => Math.max(...all.map(row => row[i]!.length)))
  return all
    .map(row =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
