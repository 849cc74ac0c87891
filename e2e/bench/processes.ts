import { readdirSync, readFileSync } from 'node:fs'

/** What the system says of a process. Only Linux tells it this finely; elsewhere it is null. */

/** Milliseconds of CPU that all threads of a process have used. */
export function cpuOf(pid: number): number | null {
  try {
    return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + cpuOfThread(pid, thread), 0)
  } catch {
    return null
  }
}

function cpuOfThread(pid: number, thread: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return 0 // it has ended meanwhile
  }
}

/** Bytes that belong to a process alone. */
export function privateBytes(pid: number): number | null {
  try {
    const kept = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(/^Private_\w+:\s+(\d+) kB$/gm)
    return [...kept].reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0)
  } catch {
    return null
  }
}
