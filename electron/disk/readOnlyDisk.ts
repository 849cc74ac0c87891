import { constants } from 'node:fs'
import type { Disk } from './disk.ts'

const writing = constants.O_WRONLY | constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC | constants.O_APPEND

/** A disk on which nothing can be made, changed or taken away: whoever only looks is handed this one. What would write throws an Error, which is a bug. */
export function readOnlyDisk(disk: Disk): Disk {
  const refuse = (what: string) => async () => {
    throw new Error(`Nothing is written here: ${what}`)
  }
  const open: Disk['open'] = async (path, flags = 'r', mode) => {
    const isReading = typeof flags === 'number' ? (flags & writing) === 0 : flags === 'r'
    return isReading ? disk.open(path, flags, mode) : refuse(`open ${flags}`)()
  }
  return {
    ...{ lstat: disk.lstat, realpath: disk.realpath, readdir: disk.readdir, open },
    ...{ mkdir: refuse('mkdir'), link: refuse('link'), rename: refuse('rename') },
    ...{ rm: refuse('rm'), rmdir: refuse('rmdir') },
  }
}
