import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { CannotStart, lastWords } from './cannotStart.ts'
import {
  bothNames,
  displayPackages,
  electronPackages,
  installCommand,
  missingLibraries,
  packagesHere,
} from './libraries.ts'
import { runProgram } from './runProgram.ts'
import { say } from './say.ts'

const APT_LIMIT_MS = 10 * 60_000

/**
 * The libraries of the system that an Electron needs, and Xvfb where a virtual display is needed.
 *
 * As root on a system with apt-get, what is missing is installed; otherwise the one command that does
 * so is told, by throwing `CannotStart`. `STET_INSTALL=no` leaves the system alone. Only Linux lacks any.
 */
export async function makeSureOfLibraries(executable: string, needsDisplay: boolean): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = await whatIsMissing(executable, needsDisplay)
  if (missing.length === 0) return

  const names = [...electronPackages, ...(needsDisplay ? displayPackages : [])]
  const isRoot = process.getuid?.() === 0
  const matter = `This system lacks ${missing.join(', ')}.`
  if (!isOnPath('apt-get')) {
    throw new CannotStart(matter, ['Install what brings them by the means of your system, then start again.'])
  }
  if (!isRoot || process.env['STET_INSTALL'] === 'no') {
    const command = installCommand(await namedHere(names), isRoot)
    throw new CannotStart(matter, ['Run this once, then start again:', command])
  }
  say(matter)
  await install(names)
  const still = await whatIsMissing(executable, needsDisplay)
  if (still.length > 0) {
    throw new CannotStart(`After installing, this system still lacks ${still.join(', ')}.`, [
      'Install what brings them by the means of your system, then start again.',
    ])
  }
}

async function whatIsMissing(executable: string, needsDisplay: boolean): Promise<string[]> {
  const libraries = missingLibraries((await runProgram('ldd', [executable])).output)
  return needsDisplay && !isOnPath('Xvfb') ? [...libraries, 'Xvfb (a virtual display)'] : libraries
}

async function install(names: readonly string[]): Promise<void> {
  say('Looking up the packages of this system (apt-get update)…')
  await apt(['update'])
  const packages = await namedHere(names)
  say(`Installing ${packages.join(' ')}…`)
  await apt(['install', '-y', '--no-install-recommends', '--no-upgrade', ...packages])
  say('Installed.')
}

async function apt(words: readonly string[]): Promise<void> {
  // Another apt may be at work, as it often is on a machine that has just been made.
  const outcome = await runProgram('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...words], {
    environment: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    limitMs: APT_LIMIT_MS,
  })
  if (outcome.code === 0) return
  throw new CannotStart(`apt-get ${words[0]} failed: ${lastWords(outcome.output)}`, [
    'Make that work, then start again. STET_INSTALL=no tells the packages and leaves the system alone.',
  ])
}

async function namedHere(names: readonly string[]): Promise<string[]> {
  return packagesHere(names, (await runProgram('apt-cache', ['policy', ...bothNames(names)])).standardOutput)
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some(folder => folder !== '' && existsSync(join(folder, program)))
}
