import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where prepared runtimes are kept: outside node_modules, so that `npm ci` does not throw them away.
 * `STET_CACHE`, else the place the desktop's convention names, else `~/.cache/stet`.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  // An empty variable is how shells unset one for a single command.
  return (
    environment['STET_CACHE'] ||
    join(environment['XDG_CACHE_HOME'] || join(environment['HOME'] || homedir(), '.cache'), 'stet')
  )
}
