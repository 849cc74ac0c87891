// Starts a worker whose module is TypeScript, for tests: Node 20 reads none by itself.
import { register } from 'tsx/esm/api'

export async function start(module) {
  register()
  await import(module)
}
