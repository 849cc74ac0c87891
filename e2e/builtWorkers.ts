import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { projectFolder } from '../electron/runtime/projectFolder.ts'
import { worker } from '../electron/vite.config.ts'

/** Where the workers are: `worker.ts` and whatever else ends so. */
const work = join(projectFolder, 'electron', 'work')

/**
 * Before the tests of the desktop: builds the workers once, by the very settings of the program's build, and says by
 * `STET_WORKERS` where they are (see `fromSource`). A worker out of a built file is up in a tenth of the time that its
 * sources take, and dozens of tests start one. They are made of the sources as these are now, whatever was built before,
 * and are gone at the end. Under a watch sources change, and are used as they are.
 */
export default async function buildWorkers({ config }: TestProject): Promise<(() => void) | undefined> {
  if (config.watch) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'stet-workers-'))
  await build({
    ...worker,
    configFile: false,
    logLevel: 'warn',
    build: {
      ...worker.build,
      outDir: folder,
      sourcemap: false,
      rolldownOptions: {
        ...worker.build?.rolldownOptions,
        input: readdirSync(work).flatMap(name => (/worker\.ts$/i.test(name) ? [join(work, name)] : [])),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'parts/[name]-[hash].mjs' },
      },
    },
  })
  symlinkSync(join(projectFolder, 'node_modules', 'pdfjs-dist', 'cmaps'), join(folder, 'cmaps'), 'junction')
  process.env['STET_WORKERS'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
