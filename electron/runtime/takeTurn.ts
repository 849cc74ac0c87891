import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The few numbers of waiting, so that a test need not wait as long as a person would. */
export interface Patience {
  readonly beatMs: number
  readonly abandonedMs: number
}

const usual: Patience = { beatMs: 1000, abandonedMs: 20_000 }

/**
 * Do a piece of work while no other process does the same, and tell when we have to wait for one.
 *
 * The turn is a folder whose date is renewed while the work lasts. One whose date stands still was
 * left by a process that was killed, and is taken over. Two that take it over in the same instant may
 * both work: a turn saves doing things twice, and must not be all that keeps them from doing harm.
 */
export async function takeTurn<T>(
  turn: string,
  work: () => Promise<T>,
  waiting: () => void = () => {},
  patience: Patience = usual,
): Promise<T> {
  mkdirSync(dirname(turn), { recursive: true })
  for (let told = false; !isTaken(turn); ) {
    if (isAbandoned(turn, patience.abandonedMs)) {
      rmSync(turn, { recursive: true, force: true })
      continue
    }
    if (!told) waiting()
    told = true
    await pause(patience.beatMs / 2)
  }
  const release = () => rmSync(turn, { recursive: true, force: true })
  const beat = setInterval(() => renew(turn), patience.beatMs)
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.off('exit', release)
    release()
  }
}

function isTaken(turn: string): boolean {
  try {
    mkdirSync(turn)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function isAbandoned(turn: string, abandonedMs: number): boolean {
  const seen = statSync(turn, { throwIfNoEntry: false })
  return seen !== undefined && Date.now() - seen.mtimeMs > abandonedMs
}

function renew(turn: string): void {
  const time = new Date()
  try {
    utimesSync(turn, time, time)
  } catch (error) {
    // Taken over while we were suspended: the work is safe to finish all the same.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
