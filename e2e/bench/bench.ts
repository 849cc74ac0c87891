import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { buildIfStale } from '../../electron/runtime/buildApp.ts'
import { lacksDisplay, openDisplay } from '../../electron/runtime/display.ts'
import { edge } from '../../electron/runtime/edge.ts'
import { makeSureOfLibraries } from '../../electron/runtime/makeSureOfLibraries.ts'
import { makeSureOfRuntime } from '../../electron/runtime/makeSureOfRuntime.ts'
import { switchesFor } from '../../electron/runtime/startWords.ts'
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
  const kept: { start?: StartRun; workspace?: WorkspaceRun; sizes: SizeRun[]; rows: Record<string, Row[]> } = {
    sizes: [],
    rows: {},
  }
  const show = (title: string, rows: Row[]) => {
    kept.rows[title] = rows
    console.log(`\n${title}; load ${load()}\n${tableOf(rows, words.short)}`)
  }
  try {
    if (words.only.includes('start')) {
      kept.start = await runStart(ground, words.repeat)
      show('Cold start', startRows(kept.start))
    }
    if (words.only.includes('sizes')) {
      for (const size of words.sizes) {
        if (words.short && performance.now() > SHORT_MS) {
          console.log(`\n${size} is left out: the machine is too busy for the short form.`)
          continue
        }
        const how = words.short ? { rounds: 2, edits: 10 } : { rounds: 3, edits: 100 }
        const run = await runSize(ground, size, { ...how, repeat: words.repeat }, progress)
        kept.sizes.push(run)
        const { characters, annotations } = sizes[size]
        show(
          `${size}: ${characters.toLocaleString('en')} characters, ${annotations.toLocaleString('en')} annotations`,
          rowsOf(run),
        )
      }
    }
    if (words.only.includes('workspace')) {
      kept.workspace = await runWorkspace(ground, words.repeat, progress)
      show('A workspace of 10,000 articles', workspaceRows(kept.workspace))
    }
    const all = Object.values(kept.rows).flat()
    const missed = all.filter(row => row.reached === false).length
    const judged = all.filter(row => row.reached !== null).length
    console.log(`\n${judged - missed} of ${judged} targets reached, ${missed} missed.`)
    if (words.json)
      writeFileSync(words.json, `${JSON.stringify({ machine, words, load: loadavg(), ...kept }, null, 1)}\n`)
    return 0
  } finally {
    await display?.close()
  }
})

/** On a terminal, what is being done; a log needn't have it. */
function progress(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${what}… `)
}

function load(): string {
  return loadavg()
    .map(one => one.toFixed(1))
    .join(' ')
}
