import { words as en } from '../../shared/words/words.ts'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { driverLine, isDriverLine } from './driverLine.ts'
import { type GitEnded, git } from './git.ts'
import { addLines, attributeOf, lines, removeLines, spokenOf } from './gitAttributes.ts'

/** Why nothing was set up, or not all of it. */
export type NotSetUp = 'no-git' | 'no-repository' | 'other-driver' | 'other-attributes' | 'git-refused'

/** What `stet git-setup --json` prints. */
export interface GitSetupReport {
  readonly format: 'stet-git-setup'
  readonly formatVersion: 1
  readonly undo: boolean
  /** Lines of the folder's `.gitattributes` that were added, or with `--undo` taken out. */
  readonly attributes: readonly string[]
  /** The line by which git merges files of Stet in this clone; null where none is set. */
  readonly driver: string | null
  /** Whether it was set, or taken out, just now. */
  readonly driverChanged: boolean
  /** Whether git changes line ends of articles: then their letters aren't the same on every machine. */
  readonly changesLineEnds: boolean
  /** What stands in the way; null where all is done. `detail` are the words of git, or what else is set. */
  readonly problem: { readonly why: NotSetUp; readonly detail: string } | null
}

const DRIVER = 'merge.stet.driver'
/** How git ends where something is to be taken out that isn't there. */
const WAS_NOT_SET = 5

/**
 * Has git merge the files of Stet in this clone by `stet merge`: names the
 * driver in the repository's configuration, and says in the `.gitattributes` of
 * the folder which files are its. What stands there already stays.
 *
 * Throws a Problem where the folder isn't there, or its `.gitattributes` can't
 * be read or written.
 */
export async function setUpGit(folder: string, undo: boolean): Promise<GitSetupReport> {
  const fence = await raiseFence(disk, folder)
  const none: GitSetupReport = {
    ...{ format: 'stet-git-setup', formatVersion: 1, undo, attributes: [], driver: null, driverChanged: false },
    ...{ changesLineEnds: false, problem: null },
  }
  const stopped = (why: NotSetUp, detail = '') => ({ ...none, problem: { why, detail } })
  const inside = await git(fence.root, 'rev-parse', '--is-inside-work-tree')
  if (inside.code === null) return stopped('no-git')
  if (inside.code !== 0 || inside.printed.trim() !== 'true') return stopped('no-repository', inside.said)

  const driver = await git(fence.root, 'config', '--local', '--get', DRIVER)
  const was = driver.code === 0 ? driver.printed.trim() : null
  const now = undo ? null : driverLine()
  if (was !== null && !isDriverLine(was)) return { ...stopped('other-driver', was), driver: was }
  const refused = was === now ? null : await setDriver(fence.root, now)
  if (refused) return { ...stopped('git-refused', refused.said), driver: was }
  const report = { ...none, driver: now, driverChanged: was !== now }
  if (undo) return { ...report, attributes: await removeLines(fence) }

  const spoken = await Promise.all(lines.map(async one => ({ ...one, spoken: await spokenOf(fence.root, one.path) })))
  const attributes = spoken.flatMap(({ line, spoken }) => (spoken === 'nothing' ? [line] : []))
  if (attributes.length > 0) await addLines(fence, attributes)
  const other = spoken.find(({ spoken }) => typeof spoken === 'object')
  const problem = other ? { why: 'other-attributes' as const, detail: `${other.path}: merge=${otherOf(other)}` } : null
  return { ...report, attributes, problem, changesLineEnds: await changesLineEnds(fence.root) }
}

function otherOf({ spoken }: { readonly spoken: Awaited<ReturnType<typeof spokenOf>> }): string {
  return typeof spoken === 'object' ? spoken.other : spoken
}

/** Names the driver, or takes it out; resolves to how git refused, or to null. */
async function setDriver(folder: string, line: string | null): Promise<GitEnded | null> {
  const named = { 'merge.stet.name': en.commandLine.gitSetup.driverName, [DRIVER]: line }
  for (const [key, value] of Object.entries(named)) {
    const words = line === null ? ['--unset-all', key] : [key, value!]
    const ended = await git(folder, 'config', '--local', ...words)
    if (ended.code !== 0 && ended.code !== WAS_NOT_SET) return ended
  }
  return null
}

/** Whether git is told to change line ends, and nothing says that articles are to be left as they are. */
async function changesLineEnds(folder: string): Promise<boolean> {
  const text = await attributeOf(folder, 'text', 'article.txt')
  if (text !== 'unspecified') return text !== 'unset'
  const { printed } = await git(folder, 'config', '--get', 'core.autocrlf')
  return ['true', 'input'].includes(printed.trim())
}

/** What was done, sentence by sentence. */
export function toldOf({ undo, attributes, driverChanged, problem }: GitSetupReport): string[] {
  const words = en.commandLine.gitSetup
  const ofLines = undo ? words.linesRemoved : words.linesAdded
  const ofDriver = undo ? words.driverRemoved : words.driverSet
  const done = [...(driverChanged ? [ofDriver] : []), ...(attributes.length > 0 ? [ofLines(attributes)] : [])]
  return done.length > 0 || problem ? done : [undo ? words.wasNot : words.was]
}
