import { parentPort } from 'node:worker_threads'
import { mergeTasks } from './mergeTasks.ts'
import { serve } from './serve.ts'

serve(parentPort!, mergeTasks)
