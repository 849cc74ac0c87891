import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { projectFolder } from '../../electron/runtime/projectFolder.ts'

/** Where and by what programs are started. */
export interface Ground {
  readonly executable: string
  readonly switches: readonly string[]
  readonly environment: NodeJS.ProcessEnv
}

/** A window with an eye in it, `eye.js`, and the process that shows it. */
export interface Watched {
  readonly app: ElectronApplication
  readonly page: Page
  readonly pid: number
  close(): Promise<void>
}

/** Both windows have this size, in CSS pixels, and stand apart from the pointer in the middle of the screen. */
const SIZE = { width: 1280, height: 800 }
const eye = readFileSync(new URL('eye.js', import.meta.url), 'utf8')
const hook = fileURLToPath(new URL('desktopEye.cjs', import.meta.url))
const held = fileURLToPath(new URL('../heldUntilWatched.cjs', import.meta.url))

/** A window with nothing but what is put into it, in the same Electron: the limit. */
export async function openPlain(ground: Ground): Promise<Watched> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-plain-'))
  writeFileSync(join(folder, 'package.json'), '{ "name": "plain", "main": "main.cjs" }\n')
  writeFileSync(join(folder, 'main.cjs'), plainMain)
  writeFileSync(join(folder, 'index.html'), plainPage)
  const closed = () => rmSync(folder, { recursive: true, force: true })
  return watch(ground, [folder, `--user-data-dir=${join(folder, 'profile')}`], { x: 0, y: 0 }, closed)
}

/** The whole of Stet, with a workspace. */
export async function openStet(ground: Ground, workspace: string, profile: string): Promise<Watched> {
  const words = ['-r', hook, projectFolder, workspace, '--profile', profile, '--annotator', 'Ada']
  return watch(ground, words, { x: 0, y: 830 }, () => {})
}

async function watch(
  { executable, switches, environment }: Ground,
  words: readonly string[],
  place: { readonly x: number; readonly y: number },
  closed: () => void,
): Promise<Watched> {
  const app = await _electron.launch({
    executablePath: executable,
    args: [...switches, '-r', held, ...words],
    env: environment as Record<string, string>,
    chromiumSandbox: !switches.includes('--no-sandbox'),
  })
  const page = await app.firstWindow()
  const pid = await app.evaluate(
    ({ BrowserWindow }, { x, y, width, height }) => {
      const window = BrowserWindow.getAllWindows()[0]!
      window.setContentSize(width, height)
      window.setPosition(x, y)
      return window.webContents.getOSProcessId()
    },
    { ...SIZE, ...place },
  )
  await page.waitForLoadState()
  await page.evaluate(eye)
  return {
    app,
    page,
    pid,
    async close() {
      await app.close()
      closed()
    },
  }
}

const plainMain = `
const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false })
  window.once('ready-to-show', () => window.show())
  window.loadFile(join(__dirname, 'index.html'))
})
`

/** Its text is as wide and as large as Stet's. */
const plainPage = `<!doctype html><meta charset="utf-8"><title>Plain</title>
<style>
  body { margin: 0 }
  .plain { width: 608px; margin: 56px auto; white-space: pre-wrap; font: 19px/1.6 serif; overflow-wrap: anywhere }
</style>
<body></body>
`
