import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { buildIfStale } from '../../electron/runtime/buildApp.ts'
import { lacksDisplay, openDisplay } from '../../electron/runtime/display.ts'
import { edge } from '../../electron/runtime/edge.ts'
import { makeSureOfLibraries } from '../../electron/runtime/makeSureOfLibraries.ts'
import { makeSureOfRuntime } from '../../electron/runtime/makeSureOfRuntime.ts'
import { switchesFor } from '../../electron/runtime/startWords.ts'
import { type Growth, growthRows, runGrowth } from './growth.ts'
import { runSize, type SizeRun } from './sizeRun.ts'
import { runStart, type StartRun, startRows } from './start.ts'
import { tableOf } from './table.ts'
import { type Row, rowsOf } from './verdicts.ts'
import type { Ground } from './windows.ts'
import { readBenchWords } from './words.ts'
import { sizes } from './workload.ts'
import { runWorkspace, type WorkspaceRun, workspaceRows } from './workspaceRun.ts'

/** Windows stand beside the pointer that rests in the middle of this screen. */
const SCREEN = '4400x2600'

/** The short form begins nothing new after this time. */
const SHORT_MS = 35_000

/**
 * Stet beside plain text with nothing on it, in the same Electron, turn by turn
 * in one run: medians, ratios, and whether each reaches what PERFORMANCE names.
 * A miss is printed and fails nothing: other machines are other machines.
 */
await edge(async () => {
  const words = readBenchWords(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd())
  const { executable, kind } = await makeSureOfRuntime()
  await makeSureOfLibraries(executable, lacksDisplay(process.env))
  await buildIfStale()
  const display = lacksDisplay(process.env) ? await openDisplay(SCREEN) : undefined
  const environment = { ...process.env, ...display?.environment, STET_RUNTIME_KIND: kind }
  const ground: Ground = { executable, environment, switches: switchesFor(environment, process.getuid?.()) }
  const machine = { processor: cpus()[0]?.model ?? '', cores: cpus().length, platform: process.platform, runtime: kind }
  console.log(
    `${machine.processor}, ${machine.cores} cores; ${machine.platform}; runtime: ${kind}; load ${load()}; ` +
      `each ${words.repeat === 1 ? 'once' : `${words.repeat} times, the middle and (least–most)`}`,
  )
  const kept: Kept = { sizes: [], rows: {}, seconds: {}, broken: {} }
  /** Measures one part and shows its table. A part that breaks down is told, and leaves the others as they are. */
  const measure = async (title: string, run: () => Promise<Row[]>) => {
    const begun = performance.now()
    try {
      const rows = await run()
      kept.rows[title] = rows
      kept.seconds[title] = Math.round((performance.now() - begun) / 100) / 10
      console.log(`\n${title}; ${kept.seconds[title]} s; load ${load()}\n${tableOf(rows, words.short)}`)
    } catch (error) {
      kept.broken[title] = String(error)
      console.log(`\n${title} could not be measured to the end: ${error instanceof Error ? error.stack : error}`)
    }
  }
  try {
    if (words.only.includes('start')) {
      await measure('Cold start', async () => {
        kept.start = await runStart(ground, words.repeat)
        return startRows(kept.start)
      })
    }
    if (words.only.includes('sizes')) {
      for (const size of words.sizes) {
        if (words.short && performance.now() > SHORT_MS) {
          console.log(`\n${size} is left out: the machine is too busy for the short form.`)
          continue
        }
        const how = words.short ? { rounds: 2, edits: 10 } : { rounds: 3, edits: 100 }
        const { characters, annotations } = sizes[size]
        const title = `${size}: ${characters.toLocaleString('en')} characters, ${annotations.toLocaleString('en')} annotations`
        await measure(title, async () => {
          const run = await runSize(ground, size, { ...how, repeat: words.repeat }, progress)
          kept.sizes.push(run)
          return rowsOf(run)
        })
      }
    }
    if (words.only.includes('workspace')) {
      await measure('A workspace of 10,000 articles', async () => {
        kept.workspace = await runWorkspace(ground, words.repeat, progress)
        return workspaceRows(kept.workspace)
      })
    }
    if (words.only.includes('growth')) {
      await measure('Saving as annotations grow, in an article of 1,000,000 characters', async () => {
        kept.growth = await runGrowth(100 * words.repeat, progress)
        return growthRows(kept.growth)
      })
    }
    const all = Object.values(kept.rows).flat()
    const missed = all.filter(row => row.reached === false).length
    const judged = all.filter(row => row.reached !== null).length
    console.log(`\n${judged - missed} of ${judged} targets reached, ${missed} missed.`)
    if (words.json)
      writeFileSync(words.json, `${JSON.stringify({ machine, words, load: loadavg(), ...kept }, null, 1)}\n`)
    return Object.keys(kept.broken).length > 0 ? 1 : 0
  } finally {
    await display?.close()
  }
})

/** Everything that a run leaves in its JSON file, beside the machine and what was asked of it: values as measured, and the tables. */
interface Kept {
  start?: StartRun
  workspace?: WorkspaceRun
  growth?: Growth[]
  readonly sizes: SizeRun[]
  /** By the title of each part. */
  readonly rows: Record<string, Row[]>
  readonly seconds: Record<string, number>
  readonly broken: Record<string, string>
}

/** On a terminal, what is being done; a log needn't have it. */
function progress(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${what}… `)
}

function load(): string {
  return loadavg()
    .map(one => one.toFixed(1))
    .join(' ')
}
