import { parentPort } from 'node:worker_threads'
import { readCMapsBy } from '../../shared/importers/pdf/cMaps.ts'
import { SEARCH_SHELF_BYTES } from '../../shared/limits.ts'
import { readCMapFile } from './cMapFiles.ts'
import { makeSearchTasks } from './searchTasks.ts'
import { serve } from './serve.ts'

readCMapsBy(readCMapFile)
serve(parentPort!, makeSearchTasks(SEARCH_SHELF_BYTES))
