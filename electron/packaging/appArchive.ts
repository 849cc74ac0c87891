import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import type { Program } from './program.ts'

/**
 * Writes the program as one archive, which is all that a packaged Electron may
 * load code from: the build without its source maps and the command line, and the sample articles.
 */
export async function writeAppArchive({ root, version, main }: Program, file: string): Promise<void> {
  const draft = mkdtempSync(join(tmpdir(), 'stet-app-'))
  try {
    // The name is that of the profile's folder, and is the same as before packaging.
    const about = { name: 'stet', version, type: 'module', main }
    writeFileSync(join(draft, 'package.json'), `${JSON.stringify(about, null, 2)}\n`)
    cpSync(join(root, 'out'), join(draft, 'out'), {
      recursive: true,
      filter: path => !/\.map$|stamp\.json$|[/\\](stet|mergeWorker)\.js$/.test(path),
    })
    mkdirSync(join(draft, 'resources'))
    cpSync(join(root, 'resources', 'sample'), join(draft, 'resources', 'sample'), { recursive: true })
    await createPackage(draft, file)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}
