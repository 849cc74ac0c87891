import { dirname } from 'node:path'
import { cacheFolder } from './cacheFolder.ts'
import { CannotStart } from './cannotStart.ts'
import { fallbackPackage } from './fallbackPackage.ts'
import { writeLoader } from './fallbackRuntime.ts'
import { findRuntime, type Runtime, wantedKind } from './findRuntime.ts'
import { downloadOfficial } from './officialRuntime.ts'
import { say } from './say.ts'
import { takeTurn } from './takeTurn.ts'

/**
 * An Electron to run Stet in: the one that is there, or the official one downloaded, or, where that
 * cannot be had, the trial runtime. Once the trial runtime is in the cache it is used without asking
 * the network again; `STET_RUNTIME=official` asks again. Throws `CannotStart` when none can be had.
 */
export async function makeSureOfRuntime(environment: NodeJS.ProcessEnv = process.env): Promise<Runtime> {
  const found = findRuntime(environment)
  if (!(found instanceof CannotStart)) {
    if (found.kind === 'fallback') {
      writeLoader(dirname(found.executable))
      say(
        `Using the trial runtime (Electron ${fallbackPackage.electron}, somebody else's package, pinned by its hash).`,
      )
    }
    return found
  }
  const wanted = wantedKind(environment)
  if (environment['ELECTRON_OVERRIDE_DIST_PATH'] || wanted instanceof CannotStart) throw found

  const official = wanted === 'fallback' ? undefined : await getOfficial(environment)
  if (typeof official === 'string') return { kind: 'official', executable: official }
  if (official) say(official.message)
  if (wanted === 'official') throw noRuntime('STET_RUNTIME=official refuses the trial runtime.')
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw noRuntime(`The trial runtime is for Linux on x64 only; this is ${process.platform} on ${process.arch}.`)
  }
  try {
    const { makeFallback } = await import('./makeFallback.ts') // what it needs is slow to load, and rarely needed
    return { kind: 'fallback', executable: await makeFallback(environment) }
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    for (const line of error.lines()) say(line)
    throw noRuntime('Neither the official Electron nor the trial runtime can be had here.', { cause: error })
  }
}

async function getOfficial(environment: NodeJS.ProcessEnv): Promise<string | CannotStart> {
  const waiting = () => say('Another start is getting Electron; waiting for that one…')
  const get = async () => {
    const ready = findRuntime(environment)
    return !(ready instanceof CannotStart) && ready.kind === 'official' ? ready.executable : downloadOfficial()
  }
  return takeTurn(`${cacheFolder(environment)}/official.turn`, get, waiting)
}

function noRuntime(matter: string, options?: ErrorOptions): CannotStart {
  const remedy = [
    'Stet runs in Electron. Do one of these, then start again:',
    '- make the official release reachable: ELECTRON_MIRROR and HTTPS_PROXY are heeded by its installer;',
    '- unpack an Electron yourself and name its folder: ELECTRON_OVERRIDE_DIST_PATH=/folder/of/electron npm start;',
    '- let npm reach a registry that has the trial runtime (Linux x64), and leave STET_RUNTIME unset.',
  ]
  return new CannotStart(matter, remedy, options)
}
