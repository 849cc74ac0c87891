import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What git puts in the place of three versions' files and of the path, behind the name of a driver. */
const asked = 'merge %O %A %B --out %A --as %P --quiet'

/** The command, seen from its sources and from what is built of them. */
const stet = new URL(import.meta.url.endsWith('.ts') ? './stet.ts' : '../electron/commandLine/stet.ts', import.meta.url)

/**
 * The line by which git starts this very Stet as its merge driver: this Node,
 * with what loads the sources, wherever git is called from. `INIT_CWD`, which
 * npm sets for what it starts, is taken away: git may itself be started by npm,
 * and its paths begin where it calls.
 */
export function driverLine(node = process.execPath, program = stet): string {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return `INIT_CWD= ${[node, '--import', loader, fileURLToPath(program)].map(quoted).join(' ')} ${asked}`
}

/** Whether a line starts some Stet as a merge driver. */
export function isDriverLine(line: string): boolean {
  return line.endsWith(asked)
}

/** A word as the shell that git calls takes it literally, and git as well, to which % means something. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`
}
