import { COMMAND_DEADLINE_MS } from '../../shared/limits.ts'
import { benchForDataset } from '../dataset/benchForDataset.ts'
import { fromSource } from '../work/fromSource.ts'
import { Workbench } from '../work/workbench.ts'
import type { ExitCode } from './command.ts'
import { runCommand } from './runCommand.ts'

/** How a command ended that a test ran: its exit code, what it printed, and each thing that it said on standard error. */
export interface Ended {
  readonly code: ExitCode
  readonly printed: string
  readonly said: string[]
}

/** Commands for tests, in this process, with the workers of the sources. Close it at the end. */
export class TriedCommands {
  readonly #workbench = new Workbench({ ...fromSource(), deadlineMs: COMMAND_DEADLINE_MS })
  readonly #datasetBench = benchForDataset(fromSource('./datasetWorker.ts').entry)

  /** Runs `stet` with these words, called from a folder; `input` is what stands on standard input. */
  async run(folder: string, words: readonly string[], input: string | Uint8Array = ''): Promise<Ended> {
    const printed: Uint8Array[] = []
    const said: string[] = []
    const say = (one: string) => void said.push(one)
    const code = await runCommand(words, {
      calledFrom: folder,
      workbench: this.#workbench,
      datasetBench: this.#datasetBench,
      print: one => void printed.push(typeof one === 'string' ? Buffer.from(one) : one),
      taken: async () => true,
      say,
      progress: say,
      input: async () => (typeof input === 'string' ? new TextEncoder().encode(input) : input.slice()),
    })
    return { code, printed: Buffer.concat(printed).toString(), said }
  }

  async close(): Promise<void> {
    await Promise.all([this.#workbench.close(), this.#datasetBench.close()])
  }
}
