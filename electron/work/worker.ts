import { parentPort } from 'node:worker_threads'
import { serve } from './serve.ts'
import { tasks } from './tasks.ts'

serve(parentPort!, tasks)
