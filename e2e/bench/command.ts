import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A command of `stet` as it was measured. */
export interface Ran {
  readonly code: number
  /** From its start to its end, loading the program included. */
  readonly seconds: number
  /** Of all its threads. */
  readonly cpuSeconds: number
  /** The most memory that its process, with its workers, ever had of the machine (the maximum resident set). */
  readonly peakBytes: number
  readonly printed: string
  /** The end of what it said on standard error. */
  readonly said: string
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Runs `stet` in a process of its own, as `npm run stet` does: as it was built, where these very sources were. */
export async function runStet(words: readonly string[]): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  const file = join(folder, 'peak.json')
  try {
    const begun = performance.now()
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--import', at('peak.ts'), at('../../electron/commandLine/stet.ts'), ...words],
      { cwd: at('../..'), env: { ...process.env, INIT_CWD: process.cwd(), STET_BENCH_PEAK: file } },
    )
    let [printed, said] = ['', '']
    child.stdout.on('data', (part: Buffer) => {
      printed += part.toString()
    })
    child.stderr.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-4000)
    })
    const code = await new Promise<number>(resolve => child.once('close', code => resolve(code ?? -1)))
    const seconds = (performance.now() - begun) / 1000
    const { peakBytes, cpuMs } = JSON.parse(readFileSync(file, 'utf8')) as { peakBytes: number; cpuMs: number }
    return { code, seconds, cpuSeconds: cpuMs / 1000, peakBytes, printed, said }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
