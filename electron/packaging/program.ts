import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is packaged: a checkout whose build is fresh, and what its package.json says of it. */
export interface Program {
  /** The checkout's root. */
  readonly root: string
  readonly version: string
  /** What Electron runs, from the root. */
  readonly main: string
  readonly description: string
  /** The version of Electron that it is made for. */
  readonly electron: string
  /** The names of the libraries that go into the build, directly. */
  readonly libraries: readonly string[]
}

export function readProgram(root: string): Program {
  const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
    main: string
    description: string
    dependencies: Record<string, string>
    devDependencies: Record<string, string>
  }
  return {
    root,
    version: about.version,
    main: about.main,
    description: about.description,
    electron: about.devDependencies['electron']!,
    libraries: Object.keys(about.dependencies),
  }
}
