import { parentPort } from 'node:worker_threads'
import { makeAgreeTasks } from './agreeTasks.ts'
import { makeDatasetTasks } from './datasetTasks.ts'
import { makeFormatTasks } from './formatTasks.ts'
import { gammaArticle } from './gammaArticle.ts'
import { makeImportTasks } from './importTasks.ts'
import { makeReviewTasks } from './reviewTasks.ts'
import { serve } from './serve.ts'
import { makeTellTasks } from './tellTasks.ts'
import { makeWeighTasks } from './weighTasks.ts'

serve(parentPort!, {
  ...makeDatasetTasks(),
  ...makeImportTasks(),
  ...makeFormatTasks(),
  ...makeWeighTasks(),
  ...makeReviewTasks(),
  ...makeTellTasks(),
  ...makeAgreeTasks(),
  gammaArticle,
})
