import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { scrub, scrubError } from './scrub.ts'

/** What a log is told with. `standardError` takes whole lines. */
export interface LogPlace {
  readonly folder: string
  readonly now: () => Date
  readonly standardError: (line: string) => void
}

/**
 * What happened on this device, for a person who looks for a fault. It holds no
 * text of an article, no quotes and no absolute paths (`scrub`).
 */
export interface Log {
  /** Something worth knowing that isn't a failure. */
  note(what: string): void
  /** A bug: also a line on standard error that begins with `[stet:error]`. */
  error(what: string, error: unknown): void
}

/** A file of this size becomes the earlier one; the one before that goes. */
export const LARGEST_LOG = 1024 * 1024

/**
 * A log in two files of bounded size. Written at once and in order, for the
 * next line may be the last; a disk that refuses is no reason to fail.
 */
export function makeLog({ folder, now, standardError }: LogPlace): Log {
  const file = join(folder, 'stet.log')
  const write = (lines: readonly string[]) => {
    const time = now().toISOString()
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG)
        renameSync(file, join(folder, 'stet.1.log'))
      appendFileSync(file, lines.map(line => `${time} ${line}\n`).join(''))
    } catch {
      // Nothing can be said of it but here, and here it can't be said.
    }
  }
  return {
    note: what => write([scrub(what)]),
    error: (what, error) => {
      const [first, ...more] = scrubError(error)
      const lines = [`[stet:error] ${scrub(what)}: ${first}`, ...more.map(line => `  ${line}`)]
      write(lines)
      for (const line of lines) standardError(line)
    },
  }
}
