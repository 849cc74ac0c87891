import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { createInterface } from 'node:readline'
import { CannotStart } from './cannotStart.ts'
import { isChromiumNoise } from './chromiumNoise.ts'
import { answerSignals } from './signals.ts'

/** One Ctrl-C reaches us several times: from the terminal, from npm, and from the runner of this program. */
const SAME_PRESS_MS = 1000

/**
 * Run the app to its end; the answer is its exit code. Signals are passed on, so that it can save and
 * close. A second press, a second later, ends it at once, as Chromium has it.
 */
export function runApp(executable: string, words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    // In a group of its own: the terminal's Ctrl-C would reach it besides ours, and the second one kills.
    const app = spawn(executable, words, {
      env: environment,
      stdio: ['inherit', 'inherit', 'pipe'],
      detached: process.platform !== 'win32',
    })
    createInterface({ input: app.stderr! }).on('line', line => {
      if (!isChromiumNoise(line)) process.stderr.write(`${line}\n`)
    })
    let pressedAt = Number.NEGATIVE_INFINITY
    const forward = (signal: NodeJS.Signals) => {
      if (Date.now() - pressedAt < SAME_PRESS_MS) return
      pressedAt = Date.now()
      app.kill(signal)
    }
    const end = answerSignals(forward)
    app.once('error', error => {
      end()
      reject(new CannotStart(`Electron does not start: ${error.message}`, [`It is ${executable}`], { cause: error }))
    })
    app.once('close', (code, signal) => {
      end()
      resolve(code ?? 128 + (signal === null ? 1 : constants.signals[signal]))
    })
  })
}
