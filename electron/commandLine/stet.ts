import { COMMAND_DEADLINE_MS } from '../../shared/limits.ts'
import { fromSource } from '../work/fromSource.ts'
import { Workbench } from '../work/workbench.ts'
import { benchFor } from '../workspace/unpack.ts'
import { runCommand } from './runCommand.ts'

// The command `stet`: what the program knows of articles, without a window.
const workbench = new Workbench({ ...fromSource(), deadlineMs: COMMAND_DEADLINE_MS })
process.exitCode = await runCommand(process.argv.slice(2), {
  calledFrom: process.env['INIT_CWD'] ?? process.cwd(),
  workbench,
  startBench: () => benchFor(fromSource('./unpackWorker.ts').entry),
  print: text => process.stdout.write(text),
  say: line => process.stderr.write(`stet: ${line}\n`),
})
await workbench.close()
