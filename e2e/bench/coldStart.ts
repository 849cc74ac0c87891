import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from '../../electron/runtime/buildApp.ts'
import { CannotStart } from '../../electron/runtime/cannotStart.ts'
import { lacksDisplay, openDisplay } from '../../electron/runtime/display.ts'
import { edge } from '../../electron/runtime/edge.ts'
import { findRuntime } from '../../electron/runtime/findRuntime.ts'
import { projectFolder } from '../../electron/runtime/projectFolder.ts'
import { switchesFor } from '../../electron/runtime/startWords.ts'

const ROUNDS = 5
const LIMIT_MS = 60_000
const hook = fileURLToPath(new URL('startMarks.cjs', import.meta.url))

/** Milliseconds from the start of the process to each mark, in the order in which they are reached. */
type Marks = Readonly<Record<string, number>>

const meanings = {
  script: 'our first line could run',
  ready: 'Electron is ready',
  window: 'the window is made',
  dom: 'the page’s own scripts have run',
  page: 'the page has painted something',
  shell: 'the window is painted (ours with the workspace in it)',
  article: 'an article is painted in it',
} as const

/**
 * The start of our window beside that of an empty one, in the same Electron:
 * one after the other, several times, and the middle one of each. Profiles have
 * been used once before, and the disk's cache is warm.
 */
await edge(async () => {
  const runtime = findRuntime()
  if (runtime instanceof CannotStart) throw runtime
  await buildIfStale()
  const display = lacksDisplay(process.env) ? await openDisplay() : undefined
  const environment = { ...process.env, ...display?.environment }
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  try {
    const switches = switchesFor(environment, process.getuid?.())
    const empty = emptyApp(folder)
    const workspace = join(folder, 'articles')
    cpSync(join(projectFolder, 'resources', 'sample'), workspace, { recursive: true })
    const article = join(workspace, readdirSync(workspace).find(name => name.endsWith('.txt'))!)
    const words = (...app: readonly string[]) => ['-r', hook, ...switches, ...app]
    const start = {
      empty: () =>
        measure(runtime.executable, [...words(empty), `--user-data-dir=${join(folder, 'empty-profile')}`], {
          ...environment,
          STET_BENCH_SHELL: 'body',
          STET_BENCH_LAST: 'shell',
        }),
      ours: (...more: readonly string[]) =>
        measure(runtime.executable, [...words(projectFolder, article), '--profile', join(folder, 'profile'), ...more], {
          ...environment,
          STET_BENCH_SHELL: '[role=listbox] [role=option]',
          STET_BENCH_LAST: 'article',
        }),
    }
    await start.empty()
    await start.ours('--annotator', 'Ada')
    const runs: { readonly empty: Marks; readonly ours: Marks }[] = []
    for (let i = 0; i < ROUNDS; i++) runs.push({ empty: await start.empty(), ours: await start.ours() })
    print(middles(runs.map(run => run.empty)), middles(runs.map(run => run.ours)))
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await display?.close()
  }
})

/** The smallest program that shows a window. */
function emptyApp(folder: string): string {
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "main": "main.cjs" }\n')
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Empty</title><body>Empty</body>\n')
  const main = `
const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false })
  window.once('ready-to-show', () => window.show())
  window.loadFile(join(__dirname, 'index.html'))
})
`
  writeFileSync(join(folder, 'main.cjs'), main)
  return folder
}

/** Starts a program, and waits until it has reached its last mark and ended. */
function measure(executable: string, words: readonly string[], environment: NodeJS.ProcessEnv): Promise<Marks> {
  return new Promise((resolve, reject) => {
    const begun = Date.now()
    const child = spawn(executable, words, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
    let said = ''
    let troubles = ''
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString()
    })
    child.stderr.on('data', (piece: Buffer) => {
      troubles += piece.toString()
    })
    child.once('error', reject)
    child.once('close', code => {
      clearTimeout(limit)
      const marks = [...said.matchAll(/^mark (\w+) (\d+)$/gm)].map(
        ([, mark, at]) => [mark!, Number(at) - begun] as const,
      )
      if (code === 0) resolve(Object.fromEntries(marks))
      else
        reject(new Error(`It ended with ${code} after ${marks.map(([mark]) => mark).join()}: ${troubles.slice(-2000)}`))
    })
  })
}

function middles(runs: readonly Marks[]): Marks {
  return Object.fromEntries(
    Object.keys(runs[0]!).map(mark => {
      const sorted = runs.map(run => run[mark]!).sort((one, other) => one - other)
      return [mark, sorted[Math.floor(sorted.length / 2)]!]
    }),
  )
}

function print(empty: Marks, ours: Marks): void {
  console.log(`Milliseconds from the start of the process, the middle of ${ROUNDS} runs each:\n`)
  const rows = Object.entries(meanings).filter(([mark]) => ours[mark] !== undefined)
  console.log(line('', 'empty', 'ours', 'ratio'))
  for (const [mark, meaning] of rows) {
    const beside = empty[mark] ?? empty['shell']!
    const ratio = mark === 'shell' || mark === 'article' ? `${(ours[mark]! / beside).toFixed(2)}×` : ''
    console.log(line(meaning, String(empty[mark] ?? ''), String(ours[mark]), ratio))
  }
}

function line(meaning: string, ...figures: readonly string[]): string {
  return meaning.padEnd(56) + figures.map(figure => figure.padStart(8)).join('')
}
