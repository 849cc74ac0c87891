import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { InlineConfig } from 'vite'

const project = fileURLToPath(new URL('..', import.meta.url))
const given = ['electron', /^node:/, ...builtinModules]

/**
 * The desktop process: CommonJS, which Electron can run before the machinery of ES modules is up. What the first window
 * needs is `main`; the rest is a part of its own, loaded after it.
 */
export const desktop: InlineConfig = bundle('cjs', { main: 'electron/main.ts' })

/** The workers, each in one piece. */
export const worker: InlineConfig = bundle('es', { worker: 'electron/work/worker.ts' })
export const searchWorker: InlineConfig = bundle('es', { searchWorker: 'electron/work/searchWorker.ts' })
export const unpackWorker: InlineConfig = bundle('es', { unpackWorker: 'electron/work/unpackWorker.ts' })
export const datasetWorker: InlineConfig = bundle('es', { datasetWorker: 'electron/work/datasetWorker.ts' })
export const mergeWorker: InlineConfig = bundle('es', { mergeWorker: 'electron/work/mergeWorker.ts' })

/** The command `stet`, in one piece; its workers are those above. */
export const stet: InlineConfig = inOnePiece(bundle('es', { stet: 'electron/commandLine/program.ts' }))

/** The bridge into the window. CommonJS in one piece, because a sandboxed preload can be nothing else. */
export const preload: InlineConfig = bundle('cjs', { preload: 'electron/preload.ts' })

export default desktop

function inOnePiece(config: InlineConfig): InlineConfig {
  const options = config.build?.rolldownOptions
  const output = { ...options?.output, codeSplitting: false }
  return { ...config, build: { ...config.build, rolldownOptions: { ...options, output } } }
}

function bundle(format: 'es' | 'cjs', entries: Record<string, string>): InlineConfig {
  const ending = format === 'es' ? 'js' : 'cjs'
  return {
    root: project,
    publicDir: false,
    // All of it is bundled, so that out/ runs without node_modules.
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: 'out',
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, resolve(project, path)])),
        external: given,
        output: {
          format,
          entryFileNames: `[name].${ending}`,
          chunkFileNames: `parts/[name]-[hash].${ending}`,
        },
      },
    },
  }
}
