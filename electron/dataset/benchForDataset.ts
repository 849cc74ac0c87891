import { COMMAND_DEADLINE_MS, UNPACK_HEAP_MIB } from '../../shared/limits.ts'
import type { AgreeTasks } from '../work/agreeTasks.ts'
import type { DatasetTasks } from '../work/datasetTasks.ts'
import type { FormatTasks } from '../work/formatTasks.ts'
import type { GammaTasks } from '../work/gammaArticle.ts'
import type { ImportTasks } from '../work/importTasks.ts'
import type { ReviewTasks } from '../work/reviewTasks.ts'
import type { TellTasks } from '../work/tellTasks.ts'
import type { WeighTasks } from '../work/weighTasks.ts'
import { Workbench } from '../work/workbench.ts'
import type { DatasetBench } from './exportDataset.ts'

/** A worker for one dataset, by the module that it runs. */
export function benchForDataset(entry: URL): DatasetBench {
  return new Workbench<
    DatasetTasks & ImportTasks & FormatTasks & WeighTasks & ReviewTasks & TellTasks & AgreeTasks & GammaTasks
  >({
    entry,
    heapMiB: UNPACK_HEAP_MIB,
    deadlineMs: COMMAND_DEADLINE_MS,
  })
}
