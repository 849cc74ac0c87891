import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../runtime/cannotStart.ts'
import { prepareFolder } from '../runtime/prepareFolder.ts'
import { writeAppArchive } from './appArchive.ts'
import { type Architecture, architectureOf } from './architecture.ts'
import { setFuses } from './fuses.ts'
import { licencesOf } from './licences.ts'
import type { Program } from './program.ts'

/** A folder that holds the whole program and runs wherever it is put. */
export interface Portable {
  readonly folder: string
  readonly executable: string
  readonly architecture: Architecture
  readonly program: Program
}

/** Electron's files that the program has no use for, or brings itself. */
const leftOut = ['resources/app', 'resources/default_app.asar', 'resources/app-update.yml', 'prepared.json']

/**
 * Makes the portable folder inside `to`, whole or not at all; one that is there
 * already is replaced. Throws `CannotStart` where `runtime` isn't a Linux
 * Electron of the version that the program is made for.
 */
export async function makePortable({
  program,
  runtime,
  to,
}: {
  readonly program: Program
  readonly runtime: string
  readonly to: string
}): Promise<Portable> {
  const architecture = look(runtime, program.electron)
  const folder = join(to, `stet-${program.version}-linux-${architecture.node}`)
  rmSync(folder, { recursive: true, force: true })
  await prepareFolder(folder, async draft => {
    cpSync(runtime, draft, {
      recursive: true,
      verbatimSymlinks: true,
      filter: path => !leftOut.some(name => path === join(runtime, name)),
    })
    const executable = join(draft, 'stet')
    renameSync(join(draft, 'electron'), executable)
    // Electron's own stands in its folder as LICENSE; ours takes the name.
    if (existsSync(join(draft, 'LICENSE'))) renameSync(join(draft, 'LICENSE'), join(draft, 'LICENSE.electron.txt'))
    cpSync(join(program.root, 'LICENSE'), join(draft, 'LICENSE'))
    writeFileSync(join(draft, 'LICENSES.libraries.txt'), `${licencesOf(program)}\n`)
    await writeAppArchive(program, join(draft, 'resources', 'app.asar'))
    await setFuses(executable)
  })
  return { folder, executable: join(folder, 'stet'), architecture, program }
}

function look(runtime: string, wanted: string): Architecture {
  const executable = join(runtime, 'electron')
  if (!existsSync(executable)) {
    throw new CannotStart(`There is no Electron for Linux in ${runtime}`, [
      'Name the folder into which an official release was unpacked: it holds the executable `electron`.',
    ])
  }
  const version = readVersion(runtime)
  if (version !== wanted) {
    throw new CannotStart(
      `Stet is packaged with Electron ${wanted}; this is ${version ?? 'of a version that it does not say'}.`,
      ['The trial runtime of npm start is somebody else’s package, and is never packaged for users.'],
    )
  }
  return architectureOf(executable)
}

/** A release says its version in a file of its own. */
function readVersion(runtime: string): string | null {
  const file = join(runtime, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : null
}
