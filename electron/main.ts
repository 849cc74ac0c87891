import { join } from 'node:path'
import { Problem } from '../shared/problems/problem.ts'
import { makeLog } from './log/log.ts'
import { glance } from './settings/glance.ts'
import { hearOfBugs, joinWindows, makeFirstWindow, openShell, prepareShell } from './shell/shell.ts'

// Electron is ready only once this module has been run. So it holds what has to be said before then and what makes the
// first window, and nothing waits at its top level; all else is loaded (`program.ts`) while that window's page comes up.

/** What later starts of the program hand over before the program is there. */
const handed: (string | null)[] = []
let hear = (open: string | null): void => void handed.push(open)

const shell = prepareShell(process.env, ({ open }) => hear(open))
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const log = makeLog({ folder: join(shell.profile, 'log'), now: () => new Date(), standardError: say })
/** What we expect of a disk is worth a note; anything else is a bug. */
const report = (where: string, error: unknown): void =>
  error instanceof Problem ? log.note(`${where}: ${error.kind}`) : log.error(where, error)

if (shell.isFirst) {
  hearOfBugs(report)
  begin().catch(error => {
    report('start', error)
    say('Stet cannot start. What happened stands in the log of the profile folder.')
    shell.exit(1)
  })
} else {
  const asked = shell.launch.capture !== null
  if (asked) say('No picture was taken: Stet is open already. Close it, or name another --profile.')
  shell.exit(asked ? 1 : 0)
}

/**
 * The window first: while its page comes up in a process of its own, the program
 * is loaded in this one. Not before the page itself is answered: loading keeps
 * this process busy, and the other would wait for its first word.
 */
async function begin(): Promise<void> {
  const out = join(shell.appFolder, 'out')
  let answered = () => {}
  const pageIsOut = new Promise<void>(resolve => {
    answered = resolve
  })
  await openShell(join(out, 'renderer'), () => answered())
  const seen = glance(shell.profile)
  const language = shell.launch.language ?? seen.language
  const preload = join(out, 'preload.cjs')
  const first = makeFirstWindow({ ...seen, language, preload, developing: shell.developing })
  const isGone = new Promise<void>(resolve => void first.once('closed', resolve))
  const program = Promise.race([pageIsOut, isGone])
    .then(() => import('./program.ts'))
    .then(({ start }) => start({ shell, first, language, preload, log, report, say }))
  // A page may ask before there is anybody to answer; it is answered as soon as there is.
  joinWindows(program, log.note)
  const { open } = await program
  hear = open
  for (const path of handed) hear(path)
}
