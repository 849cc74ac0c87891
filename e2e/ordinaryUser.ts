import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { linkFolder, readdirIfFolder } from './linkFolder.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const held = fileURLToPath(new URL('heldUntilWatched.cjs', import.meta.url))
const SETPRIV = '/usr/bin/setpriv'
/** `nobody`, who is on every Linux and owns nothing. */
const NOBODY = 65534

/**
 * Somebody without an administrator's rights, for whom permissions hold and
 * Chromium's sandbox works. Where the tests are run by such a person, it is
 * they; where root runs them, it is `nobody`, with a copy of the runtime and
 * the build that they may read.
 */
export interface OrdinaryUser {
  /** The Electron that runs as them, and the app that it is given. */
  readonly executable: string
  readonly app: string
  /** Their copy of what holds a start until it is watched. */
  readonly held: string
  readonly environment: Readonly<Record<string, string>>
  /** Makes a file or folder theirs, with all that is in it. */
  own(path: string): void
  forget(): void
}

/** Why there is no ordinary user to be had on this machine; null where there is. */
export function whyNoOrdinaryUser(): string | null {
  if (process.getuid?.() !== 0 || existsSync(SETPRIV)) return null
  return 'Tests are run by root, and there is no setpriv to be anybody else.'
}

export function becomeOrdinaryUser(): OrdinaryUser {
  const executable = process.env['STET_ELECTRON']!
  if (process.getuid?.() !== 0) return { executable, app: project, held, environment: {}, own() {}, forget() {} }
  const folder = mkdtempSync(join(tmpdir(), 'stet-nobody-'))
  chmodSync(folder, 0o755)
  const [home, app, runtime] = ['home', 'app', 'runtime'].map(name => join(folder, name)) as [string, string, string]
  for (const part of ['package.json', 'out', 'resources']) linkFolder(join(project, part), join(app, part))
  linkFolder(dirname(executable), runtime)
  const theirHeld = join(folder, basename(held))
  cpSync(held, theirHeld)
  mkdirSync(home)
  const wrapper = join(folder, 'electron-as-nobody')
  const words = [SETPRIV, `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
  writeFileSync(wrapper, `#!/bin/sh\nexec ${words.join(' ')} '${join(runtime, basename(executable))}' "$@"\n`, {
    mode: 0o755,
  })
  const environment = { HOME: home, ...display(home) }
  own(home)
  return {
    executable: wrapper,
    app,
    held: theirHeld,
    environment,
    own,
    forget: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The cookie of a virtual display is its owner's alone. */
function display(home: string): Record<string, string> {
  const authority = process.env['XAUTHORITY']
  if (!authority) return {}
  cpSync(authority, join(home, 'authority'))
  return { XAUTHORITY: join(home, 'authority') }
}

function own(path: string): void {
  for (const name of readdirIfFolder(path) ?? []) own(join(path, name))
  chownSync(path, NOBODY, NOBODY)
}
