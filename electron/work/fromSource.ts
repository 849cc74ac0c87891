import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * A worker for commands and tests: `new Workbench(fromSource())` needs no build, and takes it as it stands in the
 * sources; a command that was built takes the one that was built with it. A worker's own address loses its query, so the
 * module's name travels in the code. A run of tests that has built its workers names their folder in `STET_WORKERS`, and
 * they are taken from there.
 */
export function fromSource(module = './worker.ts'): { readonly entry: URL } {
  const built = process.env['STET_WORKERS']
  if (built) return { entry: pathToFileURL(join(built, module.replace(/\.ts$/, '.mjs'))) }
  if (!import.meta.url.endsWith('.ts')) return { entry: new URL(module.replace(/\.ts$/, '.js'), import.meta.url) }
  const starter = new URL('./startFromSource.mjs', import.meta.url)
  const code = `import { start } from ${JSON.stringify(starter)}; await start(${JSON.stringify(module)})`
  return { entry: new URL(`data:text/javascript,${encodeURIComponent(code)}`) }
}
