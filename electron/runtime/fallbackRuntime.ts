import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from './cacheFolder.ts'
import { fallbackPackage } from './fallbackPackage.ts'

/** What is written beside a prepared runtime, last of all, to know it by. */
interface Prepared {
  readonly integrity: string
  readonly executableBytes: number
}

const PREPARED = 'prepared.json'

/** The folder of the trial runtime in the cache, whether it is there or not. */
export function fallbackFolder(environment: NodeJS.ProcessEnv): string {
  return join(cacheFolder(environment), `electron-${fallbackPackage.electron}-of-${fallbackPackage.version}`)
}

/** The trial runtime's executable, if it was prepared from the package we pin and is still whole. */
export function findFallback(environment: NodeJS.ProcessEnv): string | undefined {
  const folder = fallbackFolder(environment)
  try {
    const prepared = JSON.parse(readFileSync(join(folder, PREPARED), 'utf8')) as Prepared
    const executable = join(folder, 'electron')
    const isWhole =
      prepared.integrity === fallbackPackage.integrity && statSync(executable).size === prepared.executableBytes
    return isWhole ? executable : undefined
  } catch (error) {
    // A file cut short by a power failure is not JSON: it is prepared again.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Write down, last of all, that the trial runtime in a folder is complete. */
export function notePrepared(folder: string): void {
  const prepared: Prepared = {
    integrity: fallbackPackage.integrity,
    executableBytes: statSync(join(folder, 'electron')).size,
  }
  writeFileSync(join(folder, PREPARED), `${JSON.stringify(prepared)}\n`)
}

/**
 * Put our loader into a trial runtime, in place of the program it was made for. One that is there already
 * and is the same is left alone, so that this can be done at every start.
 */
export function writeLoader(runtimeFolder: string): void {
  const folder = join(runtimeFolder, 'resources', 'app')
  const wanted = readFileSync(fileURLToPath(new URL('fallbackLoader.mjs', import.meta.url)), 'utf8')
  const path = join(folder, 'loader.mjs')
  mkdirSync(folder, { recursive: true })
  if (readIfThere(path) === wanted) return
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name: 'stet', main: 'loader.mjs' })}\n`)
  writeFileSync(`${path}.${process.pid}`, wanted)
  renameSync(`${path}.${process.pid}`, path) // another start may be reading it
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
