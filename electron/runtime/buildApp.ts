import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { build, type InlineConfig } from 'vite'
import renderer from '../../renderer/vite.config.ts'
import {
  datasetWorker,
  desktop,
  mergeWorker,
  preload,
  searchWorker,
  stet,
  unpackWorker,
  worker,
} from '../vite.config.ts'
import { projectFolder } from './projectFolder.ts'
import { say } from './say.ts'
import { isStale, type Stamp } from './sources.ts'
import { takeTurn } from './takeTurn.ts'

/** Builds are made here, out of sight of git and of the linter, and are moved into place when whole. */
const workshop = join(projectFolder, 'node_modules', '.stet')
const out = join(projectFolder, 'out')
const ABANDONED_MS = 60 * 60_000

/** Build the app if a source is newer than the build. The answer is whether it was built. */
export function buildIfStale(): Promise<boolean> {
  if (!isStale(projectFolder)) return Promise.resolve(false)
  const build = async () => {
    if (!isStale(projectFolder)) return false // the one we waited for has done it
    await buildApp()
    return true
  }
  return takeTurn(join(workshop, 'build.turn'), build, () => say('Another start is building; waiting for that one…'))
}

/** Build the app into `out/`, which keeps the former build until the new one is whole. */
export async function buildApp(): Promise<void> {
  mkdirSync(workshop, { recursive: true })
  sweep()
  const draft = mkdtempSync(join(workshop, 'build-'))
  // The sources are dated by the file system, whose clock may be a little behind the machine's own.
  const begunMs = statSync(draft).ctimeMs
  chmodSync(draft, 0o755) // whoever may read the checkout may run the app
  try {
    for (const [config, folder] of [
      [renderer, 'renderer'],
      [desktop, ''],
      [worker, ''],
      [searchWorker, ''],
      [unpackWorker, ''],
      [datasetWorker, ''],
      [mergeWorker, ''],
      [stet, ''],
      [preload, ''],
    ] as const) {
      await build(into(config, draft, folder))
    }
    // What the worker reads from the disk when a document needs it.
    cpSync(join(projectFolder, 'node_modules', 'pdfjs-dist', 'cmaps'), join(draft, 'cmaps'), { recursive: true })
    writeFileSync(join(draft, 'stamp.json'), `${JSON.stringify({ begunMs } satisfies Stamp)}\n`)
    swap(draft)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** A configuration, made to build into one folder of the draft. */
function into(config: InlineConfig, draft: string, folder: string): InlineConfig {
  const options = config.build?.rolldownOptions ?? {}
  // Source maps name the sources as seen from where the build is moved to.
  const sourcemapPathTransform = (source: string, map: string) =>
    relative(join(out, relative(draft, dirname(map))), resolve(dirname(map), source))
  return {
    ...config,
    configFile: false,
    logLevel: 'warn',
    build: {
      ...config.build,
      outDir: join(draft, folder),
      emptyOutDir: false,
      rolldownOptions: { ...options, output: { ...options.output, sourcemapPathTransform } },
    },
  }
}

/** Put a finished build in the place of the former one. Another build may do the same at the same time: the last one stays. */
function swap(draft: string): void {
  const former = join(workshop, `former-${process.pid}-${Date.now()}`)
  for (let tries = 0; ; tries++) {
    if (existsSync(out)) moveAside(former + tries)
    try {
      renameSync(draft, out)
      return
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EXDEV') {
        copy(draft)
        return
      }
      if (tries > 10 || !(code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM')) throw error
    }
  }
}

function moveAside(former: string): void {
  try {
    renameSync(out, former)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return // another build has just moved it
    if (code !== 'EXDEV') throw error
    rmSync(out, { recursive: true, force: true })
  }
  rmSync(former, { recursive: true, force: true })
}

/** node_modules may be a disk of its own, in a container for one. The stamp goes last here too. */
function copy(draft: string): void {
  cpSync(draft, out, { recursive: true, filter: source => source !== join(draft, 'stamp.json') })
  cpSync(join(draft, 'stamp.json'), join(out, 'stamp.json'))
}

/** Clear away what builds that were killed have left. */
function sweep(): void {
  for (const name of readdirSync(workshop)) {
    const path = join(workshop, name)
    const isLeft =
      /^(build-|former-)/.test(name) &&
      Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > ABANDONED_MS
    if (isLeft) rmSync(path, { recursive: true, force: true })
  }
}
