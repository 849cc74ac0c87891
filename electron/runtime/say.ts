/** Tell the person at the terminal one thing, on standard error: standard output belongs to the app. */
export function say(line: string): void {
  process.stderr.write(`stet: ${line}\n`)
}

/** Shows how far a piece of work is; `end` leaves the terminal on a fresh line. */
export interface Progress {
  show(bytes: number): void
  end(): void
}

interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/**
 * Progress in bytes: one line that is rewritten on a terminal, and elsewhere (a log, a pipe)
 * a line at each quarter, or every 50 MB where the total is not known.
 */
export function showProgress(what: string, total: number | undefined, terminal: Terminal = process.stderr): Progress {
  const stepBytes = total === undefined ? 50e6 : total / 4
  let steps = 0
  let written = false
  return {
    show(bytes) {
      if (terminal.isTTY) {
        terminal.write(`\r\x1b[Kstet: ${what}: ${amount(bytes, total)}`)
        written = true
      } else if (Math.floor(Math.min(bytes, total ?? bytes) / stepBytes) > steps) {
        steps = Math.floor(Math.min(bytes, total ?? bytes) / stepBytes)
        terminal.write(`stet: ${what}: ${amount(bytes, total)}\n`)
      }
    },
    end() {
      if (written) terminal.write('\n')
    },
  }
}

/** '98 of 196 MB (50 %)', or '98 MB' where the total is not known. Never more than the total. */
export function amount(bytes: number, total: number | undefined): string {
  if (total === undefined) return `${megabytes(bytes)} MB`
  const done = Math.min(bytes, total)
  return `${megabytes(done)} of ${megabytes(total)} MB (${Math.floor((done / total) * 100)} %)`
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 1e6))
}
