import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectFolder } from '../../electron/runtime/projectFolder.ts'
import { seriesOf } from './measured.ts'
import { ms, type Row } from './verdicts.ts'
import type { Ground } from './windows.ts'

const LIMIT_MS = 60_000
const hook = fileURLToPath(new URL('startMarks.cjs', import.meta.url))

/** Milliseconds from the start of the process to each mark, in the order in which they are reached. */
type Marks = Readonly<Record<string, number>>

/** One start: when each mark was reached, and how many milliseconds of CPU all processes had used by then; 0 where the system doesn't tell. */
interface Started {
  readonly marks: Marks
  readonly cpu: Marks
}

/** Starts of an empty window and of ours, turn by turn. */
export interface StartRun {
  readonly empty: readonly Started[]
  readonly ours: readonly Started[]
}

const meanings = {
  script: 'our first line could run',
  ready: 'Electron is ready',
  window: 'the window is made',
  dom: 'the page’s own scripts have run',
  page: 'the page has painted something',
  shell: 'the window is painted, with the workspace in it',
  article: 'an article is painted in it',
} as const

/** How many times an empty window ours may take until it is painted. */
const MOST = 1.5

/**
 * The start of our window beside that of an empty one, in the same Electron:
 * one after the other, several times. Profiles have been used once before, and
 * the disk's cache is warm.
 */
export async function runStart({ executable, environment, switches }: Ground, repeat: number): Promise<StartRun> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  try {
    const empty = emptyApp(folder)
    const workspace = join(folder, 'articles')
    cpSync(join(projectFolder, 'resources', 'sample'), workspace, { recursive: true })
    const article = join(workspace, readdirSync(workspace).find(name => name.endsWith('.txt'))!)
    const words = (...app: readonly string[]) => ['-r', hook, ...switches, ...app]
    const start = {
      empty: () =>
        measure(executable, [...words(empty), `--user-data-dir=${join(folder, 'empty-profile')}`], {
          ...environment,
          STET_BENCH_SHELL: 'body',
          STET_BENCH_LAST: 'shell',
        }),
      ours: (...more: readonly string[]) =>
        measure(executable, [...words(projectFolder, article), '--profile', join(folder, 'profile'), ...more], {
          ...environment,
          STET_BENCH_SHELL: '[role=listbox] [role=option]',
          STET_BENCH_LAST: 'article',
        }),
    }
    await start.empty()
    await start.ours('--annotator', 'Ada')
    const [empties, ours]: [Started[], Started[]] = [[], []]
    for (let i = 0; i < repeat; i++) {
      empties.push(await start.empty())
      ours.push(await start.ours())
    }
    return { empty: empties, ours }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The lines of the table: how far each is at every mark, the verdict on the window, and what both have computed by then. */
export function startRows({ empty, ours }: StartRun): Row[] {
  const at = (runs: readonly Started[], of: keyof Started, mark: string) =>
    seriesOf(runs.map(run => run[of][mark] || null))
  const rows = Object.entries(meanings).map(([mark, what]): Row => {
    const limit = at(empty, 'marks', mark)
    const stet = at(ours, 'marks', mark)
    const beside = limit ?? at(empty, 'marks', 'shell')
    const isJudged = mark === 'shell'
    const ratio = stet && beside && (isJudged || mark === 'article') ? stet.middle / beside.middle : null
    return {
      what,
      plain: limit ? ms(limit) : '',
      stet: ms(stet),
      ratio,
      by: 'time',
      target: isJudged ? `≤ ${MOST}×` : '',
      reached: isJudged && ratio !== null ? ratio <= MOST : null,
    }
  })
  const [plain, stet] = [at(empty, 'cpu', 'shell'), at(ours, 'cpu', 'shell')]
  const ratio = plain && stet && stet.middle / plain.middle
  const what = '… CPU of all processes until it is painted'
  return [...rows, { what, plain: ms(plain), stet: ms(stet), ratio, by: 'CPU', target: '', reached: null }]
}

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
function measure(executable: string, words: readonly string[], environment: NodeJS.ProcessEnv): Promise<Started> {
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
      const told = [...said.matchAll(/^mark (\w+) (\d+) (\d+)$/gm)]
      const marks = Object.fromEntries(told.map(([, mark, at]) => [mark!, Number(at) - begun]))
      const cpu = Object.fromEntries(told.map(([, mark, , cpu]) => [mark!, Number(cpu)]))
      if (code === 0) resolve({ marks, cpu })
      else reject(new Error(`It ended with ${code} after ${Object.keys(marks).join()}: ${troubles.slice(-2000)}`))
    })
  })
}
