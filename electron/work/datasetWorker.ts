import { parentPort } from 'node:worker_threads'
import { makeDatasetTasks } from './datasetTasks.ts'
import { serve } from './serve.ts'

serve(parentPort!, makeDatasetTasks())
