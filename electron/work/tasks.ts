import { agreeArticle } from './agreeArticle.ts'
import { agreeTable } from './agreeTable.ts'
import { articleInfo } from './articleInfo.ts'
import { editInHistory, editsToFile, intentTask } from './bulkTasks.ts'
import { checkArticle, checkProjectTask } from './checkTask.ts'
import { questionsTask, voicesTask } from './discussionTask.ts'
import { encodingSamples } from './encodingSamples.ts'
import { factsOfCopy } from './factsOfCopy.ts'
import { gammaArticle } from './gammaArticle.ts'
import { glimpseTask } from './glimpseTask.ts'
import { indexEntries } from './indexEntries.ts'
import { layerLooks } from './layerLooks.ts'
import { mergeCopyTask } from './mergeCopyTask.ts'
import { pastTask } from './pastTask.ts'
import { projectCopyTask } from './projectCopyTask.ts'
import { projectInfo } from './projectInfo.ts'
import { readArticle } from './readArticle.ts'
import { readCodebook } from './readCodebook.ts'
import { reviewTask } from './reviewTask.ts'
import { shortenTask } from './shortenTask.ts'
import { sidecarArticle } from './sidecarArticle.ts'
import { chosenTask, factsTask, layerTask } from './takeUp.ts'
import { takeUpProject } from './takeUpProject.ts'

/**
 * Everything that runs in the worker, by name: each reads what others wrote, so
 * it may meet anything. To add one, write a pure function in a file of its own
 * and name it here; `Workbench.run` takes its types from this table. The desktop
 * process imports the *type* alone.
 */
export const tasks = {
  agreeArticle,
  agreeTable,
  gammaArticle,
  article: readArticle,
  info: articleInfo,
  checkArticle,
  checkProject: checkProjectTask,
  facts: factsTask,
  factsOfCopy,
  chosenEncoding: chosenTask,
  encodingSamples,
  layer: layerTask,
  layerLooks,
  review: reviewTask,
  mergeCopy: mergeCopyTask,
  past: pastTask,
  shorten: shortenTask,
  glimpse: glimpseTask,
  indexEntries,
  codebook: readCodebook,
  project: takeUpProject,
  projectInfo,
  projectCopy: projectCopyTask,
  sidecarArticle,
  editsToFile,
  editInHistory,
  intent: intentTask,
  voices: voicesTask,
  questions: questionsTask,
}

export type Tasks = typeof tasks
