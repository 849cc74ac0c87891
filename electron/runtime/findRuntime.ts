import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './cannotStart.ts'
import { findFallback } from './fallbackRuntime.ts'
import { executableName, findOfficial } from './officialRuntime.ts'

/** Where an Electron comes from: our own release, somebody else's package, or a folder the person named. */
export type RuntimeKind = 'official' | 'fallback' | 'override'

/** An Electron that can be started. */
export interface Runtime {
  readonly kind: RuntimeKind
  readonly executable: string
}

/**
 * The runtime that is there to be used, or why there is none. It only looks: nothing is downloaded or
 * changed, so it costs a few file look-ups.
 */
export function findRuntime(environment: NodeJS.ProcessEnv = process.env): Runtime | CannotStart {
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return findOverride(override)
  const wanted = wantedKind(environment)
  if (wanted instanceof CannotStart) return wanted
  const official = wanted === 'fallback' ? undefined : findOfficial()
  if (official) return { kind: 'official', executable: official }
  const fallback = wanted === 'official' ? undefined : findFallback(environment)
  if (fallback) return { kind: 'fallback', executable: fallback }
  return new CannotStart('There is no Electron here yet.', ['npm start gets one.'])
}

/** What `STET_RUNTIME` asks for: one kind and no other, or nothing. */
export function wantedKind(environment: NodeJS.ProcessEnv): 'official' | 'fallback' | undefined | CannotStart {
  const wanted = environment['STET_RUNTIME']
  if (!wanted) return undefined
  if (wanted === 'official' || wanted === 'fallback') return wanted
  return new CannotStart(`STET_RUNTIME is '${wanted}', which says nothing to Stet.`, [
    "It may be 'official', 'fallback', or not set.",
  ])
}

function findOverride(folder: string): Runtime | CannotStart {
  const executable = join(folder, executableName(process.platform))
  if (existsSync(executable)) return { kind: 'override', executable }
  return new CannotStart(`ELECTRON_OVERRIDE_DIST_PATH names a folder without an Electron: ${folder}`, [
    'Correct it, or unset it to let Stet find one.',
  ])
}
