import { execFile } from 'node:child_process'

/** How a call of git ended. */
export interface GitEnded {
  /** null where there is no git on this machine. */
  readonly code: number | null
  readonly printed: string
  /** Its own words of what is wrong, in one line. */
  readonly said: string
}

/** Longer than any call that asks for, or sets, a word of the configuration: a repository on a disk that hangs. */
const GIT_MS = 30_000

/** Calls git in a folder that is there, word by word and through no shell. Never rejects. */
export function git(folder: string, ...words: readonly string[]): Promise<GitEnded> {
  return new Promise(resolve => {
    // A repository is found from the folder alone, whatever program this one was called by.
    const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...env } = process.env
    execFile('git', [...words], { cwd: folder, env, timeout: GIT_MS }, (error, printed, said) => {
      if (!error) resolve({ code: 0, printed, said: '' })
      else if (error.code === 'ENOENT') resolve({ code: null, printed: '', said: '' })
      else {
        // It may not be started, or took too long: that is told in the system's own words.
        const [code, why] = typeof error.code === 'number' ? [error.code, said] : [1, error.message]
        resolve({ code, printed, said: why.trim().replaceAll(/\s+/g, ' ') })
      }
    })
  })
}
