import { spawn } from 'node:child_process'
import { folderBytes } from './folderBytes.ts'

/** How a program ended: its exit code (127 if it is not there, 1 if a signal ended it) and all it said. */
export interface Outcome {
  readonly code: number
  readonly output: string
  readonly standardOutput: string
}

export interface RunOptions {
  readonly environment?: NodeJS.ProcessEnv
  readonly folder?: string
  /** A folder that grows while the program works: it is stopped when that ceases for too long. */
  readonly watch?: { readonly folder: string; readonly stalledMs: number; readonly grown: (bytes: number) => void }
  readonly limitMs?: number
}

const LOOK_MS = 500

/**
 * Run a program to its end, silently, and never longer than allowed.
 *
 * A program that is not there is an outcome like any other. If we are ended meanwhile, so is it.
 */
export function runProgram(program: string, words: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise(resolve => {
    const child = spawn(program, words, {
      cwd: options.folder,
      env: options.environment ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let standardOutput = ''
    child.stdout.on('data', (piece: Buffer) => {
      output += piece.toString()
      standardOutput += piece.toString()
    })
    child.stderr.on('data', (piece: Buffer) => {
      output += piece.toString()
    })

    const stop = () => child.kill()
    const giveUp = (reason: string) => {
      output += `\n${reason}`
      stop()
    }
    process.once('exit', stop)
    const limit =
      options.limitMs === undefined ? undefined : setTimeout(() => giveUp('It took too long.'), options.limitMs)
    const looking = options.watch === undefined ? undefined : watchGrowth(options.watch, giveUp)

    const end = (code: number) => {
      process.off('exit', stop)
      clearTimeout(limit)
      clearInterval(looking)
      resolve({ code, output, standardOutput })
    }
    child.once('error', error => {
      output += error.message
      end(127)
    })
    child.once('close', code => end(code ?? 1))
  })
}

function watchGrowth(watch: NonNullable<RunOptions['watch']>, giveUp: (reason: string) => void): NodeJS.Timeout {
  let bytes = 0
  let grownAt = Date.now()
  return setInterval(() => {
    const seen = folderBytes(watch.folder)
    if (seen > bytes) {
      bytes = seen
      grownAt = Date.now()
      watch.grown(bytes)
    } else if (Date.now() - grownAt > watch.stalledMs) {
      giveUp(`Nothing arrived for ${Math.round(watch.stalledMs / 1000)} seconds.`)
    }
  }, LOOK_MS)
}
