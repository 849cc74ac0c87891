import { parentPort } from 'node:worker_threads'
import { readCMapsBy } from '../../shared/importers/pdf/cMaps.ts'
import { readCMapFile } from './cMapFiles.ts'
import { serve } from './serve.ts'
import { tasks } from './tasks.ts'

readCMapsBy(readCMapFile)
serve(parentPort!, tasks)
