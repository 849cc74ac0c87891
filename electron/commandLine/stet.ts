import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectFolder } from '../runtime/projectFolder.ts'
import { isStale } from '../runtime/sources.ts'

// The command `stet`: as it was built, where the build is of these very sources, for that starts at once.
const built = pathToFileURL(join(projectFolder, 'out', 'stet.js')).href
await import(isStale(projectFolder) ? './program.ts' : built)
