import { parentPort } from 'node:worker_threads'
import { SEARCH_SHELF_BYTES } from '../../shared/limits.ts'
import { makeSearchTasks } from './searchTasks.ts'
import { serve } from './serve.ts'

serve(parentPort!, makeSearchTasks(SEARCH_SHELF_BYTES))
