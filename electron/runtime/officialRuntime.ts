import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CannotStart, lastWords } from './cannotStart.ts'
import { projectFolder } from './projectFolder.ts'
import { runProgram } from './runProgram.ts'
import { say, showProgress } from './say.ts'

const packageFolder = join(projectFolder, 'node_modules', 'electron')
const STALLED_MS = 60_000
const LIMIT_MS = 30 * 60_000

/** The official executable, if all of it is there. A download that was cut short counts as nothing. */
export function findOfficial(folder: string = packageFolder): string | undefined {
  const named = readText(join(folder, 'path.txt')) // written last, when everything is unpacked
  const version = readText(join(folder, 'dist', 'version'))
  if (named === undefined || version?.replace(/^v/, '') !== officialVersion(folder)) return undefined
  const executable = join(folder, 'dist', named)
  return existsSync(executable) ? executable : undefined
}

/** The name of the executable in an Electron's folder. */
export function executableName(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * Get the official binary by the package's own installer. It is stopped when nothing arrives for a minute.
 * The answer is the executable, or why it could not be had.
 */
export async function downloadOfficial(): Promise<string | CannotStart> {
  const version = officialVersion(packageFolder)
  if (version === undefined) return new CannotStart('The package electron is not installed.', ['Run npm ci.'])
  say(`Getting Electron ${version}, the official release…`)
  const watched = mkdtempSync(join(tmpdir(), 'stet-electron-'))
  const clear = () => rmSync(watched, { recursive: true, force: true })
  process.once('exit', clear)
  const progress = showProgress(`Electron ${version}`, undefined)
  const outcome = await runProgram(process.execPath, [join(packageFolder, 'install.js')], {
    environment: { ...withProxy(process.env), TMPDIR: watched, TEMP: watched, TMP: watched },
    watch: { folder: watched, stalledMs: STALLED_MS, grown: progress.show },
    limitMs: LIMIT_MS,
  })
  progress.end()
  process.off('exit', clear)
  clear()
  const executable = findOfficial()
  if (executable) return executable
  const reason = lastWords(outcome.output) || `its installer ended with code ${outcome.code}`
  return new CannotStart(`The official Electron ${version} cannot be had here: ${reason}`)
}

/** The installer heeds the proxy variables only when it is told to. */
function withProxy(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const hasProxy = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some(name => environment[name])
  return hasProxy ? { ELECTRON_GET_USE_PROXY: 'true', ...environment } : environment
}

function officialVersion(folder: string): string | undefined {
  const text = readText(join(folder, 'package.json'))
  return text === undefined ? undefined : (JSON.parse(text) as { version: string }).version
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
