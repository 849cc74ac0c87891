import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'

/** What tells a running program from every other, on this computer and elsewhere. */
export interface ProcessName {
  /** What the computer is called, as a person knows it. */
  readonly computer: string
  /** Of the installation of the system, where that says so; else the computer's name. */
  readonly machine: string
  /** One start of the system, and one table of processes in it; '' where the system doesn't tell. */
  readonly table: string
  readonly pid: number
  /** When it was started, in the system's own count: a process that has the same number later has another; '' where the system doesn't tell. */
  readonly started: string
}

/** What has become of a process. `unknown`: it is out of sight, or what has its number may be another. */
export type Fate = 'lives' | 'gone' | 'unknown'

/** The processes of this computer, as far as one of them can see. */
export interface Processes {
  readonly me: () => Promise<ProcessName>
  readonly fateOf: (other: ProcessName) => Promise<Fate>
}

/** The real ones. */
export function processes(): Processes {
  let name: Promise<ProcessName> | null = null
  const me = () => {
    name ??= nameOfThisProcess()
    return name
  }
  return { me, fateOf: async other => fateAsSeenBy(await me(), other) }
}

async function nameOfThisProcess(): Promise<ProcessName> {
  const computer = hostname()
  const [machine, boot, table, found] = await Promise.all([
    readFile('/etc/machine-id', 'utf8').catch(() => ''),
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    readlink('/proc/self/ns/pid').catch(() => ''),
    statOf(process.pid),
  ])
  return {
    computer,
    machine: machine.trim() || computer,
    table: boot && table ? `${boot.trim()} ${table}` : '',
    pid: process.pid,
    started: typeof found === 'object' ? found.started : '',
  }
}

/**
 * Only what is certain counts as gone. Where the system names its starts and its
 * tables of processes (Linux), that is a process whose number nobody has now, or
 * somebody who was started at another time, or anything from before the last
 * start of this very machine. Elsewhere it is a number that nobody has.
 */
async function fateAsSeenBy(me: ProcessName, other: ProcessName): Promise<Fate> {
  if (other.machine !== me.machine || other.computer !== me.computer) return 'unknown'
  if (me.table !== '' && other.table !== '' && me.table !== other.table)
    return bootOf(me.table) === bootOf(other.table) ? 'unknown' : 'gone'
  const found = await statOf(other.pid)
  if (found === 'gone') return 'gone'
  if (found === 'hidden') return isNumberFree(other.pid) ? 'gone' : 'unknown'
  return found.started === other.started && found.isAlive ? 'lives' : 'gone'
}

/** A machine of containers starts once, and each has a table of its own. */
function bootOf(table: string): string {
  return table.split(' ')[0]!
}

/** What Linux says of a process; `hidden` where the system keeps no such files. */
async function statOf(pid: number): Promise<{ started: string; isAlive: boolean } | 'gone' | 'hidden'> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The program's name stands in brackets and may hold anything; what follows is fields without spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A killed process that nobody has buried yet does nothing any more.
    return { started: fields[19] ?? '', isAlive: !/^[ZXx]/.test(fields[0] ?? '') }
  } catch {
    return process.platform === 'linux' ? 'gone' : 'hidden'
  }
}

function isNumberFree(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
