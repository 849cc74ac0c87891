import * as fs from 'node:fs/promises'

/** The few things we ask of a disk. Small, so that a test can make each one fail. */
export type Disk = Pick<
  typeof fs,
  'open' | 'lstat' | 'realpath' | 'readdir' | 'mkdir' | 'link' | 'rename' | 'rm' | 'rmdir'
>

/** An open file of a disk. */
export type OpenFile = fs.FileHandle

/** The disk of this machine. */
export const disk: Disk = fs
