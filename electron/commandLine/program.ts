import { COMMAND_DEADLINE_MS } from '../../shared/limits.ts'
import { benchForDataset } from '../dataset/benchForDataset.ts'
import { fromSource } from '../work/fromSource.ts'
import { Workbench } from '../work/workbench.ts'
import { runCommand } from './runCommand.ts'
import { standardStreams } from './standardStreams.ts'

// What `stet` runs: what the program knows and does without a window.
const workbench = new Workbench({ ...fromSource(), deadlineMs: COMMAND_DEADLINE_MS })
const datasetBench = benchForDataset(fromSource('./datasetWorker.ts').entry)
const calledFrom = process.env['INIT_CWD'] ?? process.cwd()
const ground = { calledFrom, workbench, datasetBench, ...standardStreams() }
process.exitCode = await runCommand(process.argv.slice(2), ground)
await ground.taken()
await Promise.all([workbench.close(), datasetBench.close()])
