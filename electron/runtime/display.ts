import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { CannotStart, lastWords } from './cannotStart.ts'

/** A screen that nobody sees, and the variables that lead a program to it. */
export interface VirtualDisplay {
  readonly environment: Readonly<Record<'DISPLAY' | 'XAUTHORITY', string>>
  close(): Promise<void>
}

/** Room for one window as people have them. */
const SCREEN = '1600x1000'
const LIMIT_MS = 20_000
const SETPRIV = '/usr/bin/setpriv'

/** Whether programs with windows have nowhere to show them. Only Linux can lack a display. */
export function lacksDisplay(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): boolean {
  return platform === 'linux' && !environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']
}

/**
 * Start an X server without a screen, on a display number that is free. It heeds only programs that have
 * its cookie, listens to no network, and ends with us, even if we are killed. Its pointer rests in the middle.
 */
export async function openDisplay(screen = SCREEN): Promise<VirtualDisplay> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-display-'))
  const authority = join(folder, 'authority')
  writeFileSync(authority, cookieFile(randomBytes(16)), { mode: 0o600 })
  const server = startServer(authority, screen)
  const stop = () => {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', stop)
  try {
    const number = await displayNumber(server)
    return {
      environment: { DISPLAY: `:${number}`, XAUTHORITY: authority },
      async close() {
        process.off('exit', stop)
        const ended = new Promise(resolve => server.once('exit', resolve))
        const isRunning = server.exitCode === null && server.signalCode === null
        stop()
        if (isRunning) await ended
      },
    }
  } catch (error) {
    stop()
    throw error
  }
}

function startServer(authority: string, screen: string): ChildProcess {
  const size = `${screen}x24`
  const words = ['Xvfb', '-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset', '-auth', authority]
  const bound = existsSync(SETPRIV) ? [SETPRIV, '--pdeathsig', 'TERM', ...words] : words
  // In a group of its own, so that Ctrl-C reaches the app first and it can still save.
  return spawn(bound[0]!, bound.slice(1), { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true })
}

/** The number that the server writes once programs may come. */
function displayNumber(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    let number = ''
    const fail = (reason: string) => reject(new CannotStart(`The virtual display does not start: ${reason}`))
    const limit = setTimeout(() => fail('it took too long.'), LIMIT_MS)
    server.stderr!.on('data', (piece: Buffer) => {
      said = (said + piece.toString()).slice(-4000)
    })
    ;(server.stdio[3] as Readable).on('data', (piece: Buffer) => {
      number += piece.toString()
      if (!number.includes('\n')) return
      clearTimeout(limit)
      resolve(Number.parseInt(number, 10))
    })
    server.once('error', error => {
      clearTimeout(limit)
      fail(error.message)
    })
    server.once('exit', code => {
      clearTimeout(limit)
      fail(lastWords(said) || `Xvfb ended with code ${code}.`)
    })
  })
}

/** An X authority file with one cookie for every address and display: 'wild', no address, no number, name, bytes. */
export function cookieFile(cookie: Buffer): Buffer {
  const counted = (bytes: Buffer) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes])
  const nothing = counted(Buffer.alloc(0))
  return Buffer.concat([
    Buffer.from([0xff, 0xff]),
    nothing,
    nothing,
    counted(Buffer.from('MIT-MAGIC-COOKIE-1')),
    counted(cookie),
  ])
}
