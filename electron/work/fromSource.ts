/**
 * A worker as it stands in the sources, for tests: `new Workbench(fromSource())`
 * needs no build. A worker's own address loses its query, so the module's name
 * travels in the code.
 */
export function fromSource(module = './worker.ts'): { readonly entry: URL } {
  const starter = new URL('./startFromSource.mjs', import.meta.url)
  const code = `import { start } from ${JSON.stringify(starter)}; await start(${JSON.stringify(module)})`
  return { entry: new URL(`data:text/javascript,${encodeURIComponent(code)}`) }
}
