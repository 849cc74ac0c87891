import { basename, dirname } from 'node:path'
import { build } from 'vite'
import { worker } from '../vite.config.ts'

/** Makes one file of a module and all that it imports, for a plain Node, which starts it at once. */
export async function bundleForNode(module: string, file: string): Promise<void> {
  await build({
    ...worker,
    configFile: false,
    logLevel: 'warn',
    build: {
      ...worker.build,
      outDir: dirname(file),
      sourcemap: false,
      rolldownOptions: {
        ...worker.build?.rolldownOptions,
        input: module,
        output: { format: 'es', entryFileNames: basename(file), codeSplitting: false },
      },
    },
  })
}
