/** The libraries that the loader of the system does not find, out of what `ldd` prints. Each once. */
export function missingLibraries(lddOutput: string): string[] {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name!)
  return [...new Set(names)].sort()
}

/** What Electron needs on a bare Debian or Ubuntu, by the names of their packages. */
export const electronPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libcups2',
  'libxss1',
  'libnotify4',
  'libxtst6',
] as const

/** What a virtual display needs besides. */
export const displayPackages = ['xvfb'] as const

/**
 * The packages under the names this release has for them: some have 't64' at the end since Debian 13
 * and Ubuntu 24. `policy` is what `apt-cache policy` prints of both names; where it knows neither
 * (its lists are not there yet) the plain name is asked for.
 */
export function packagesHere(names: readonly string[], policy: string): string[] {
  const candidates = new Set(
    [...policy.matchAll(/^(\S+):\n(?: {2}.*\n)*? {2}Candidate: (?!\(none\))\S/gm)].map(([, name]) => name!),
  )
  return names.map(name => (!candidates.has(name) && candidates.has(`${name}t64`) ? `${name}t64` : name))
}

/** Both names that a package may have. */
export function bothNames(names: readonly string[]): string[] {
  return names.flatMap(name => [name, `${name}t64`])
}

/** The one command that installs packages, for a person to run. */
export function installCommand(packages: readonly string[], isRoot: boolean): string {
  const sudo = isRoot ? '' : 'sudo '
  return `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${packages.join(' ')}`
}
