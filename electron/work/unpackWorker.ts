import { parentPort } from 'node:worker_threads'
import { serve } from './serve.ts'
import { makeUnpackTasks } from './unpackTasks.ts'

serve(parentPort!, makeUnpackTasks())
