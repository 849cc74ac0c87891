import { writeFile } from 'node:fs/promises'
import type { BrowserWindow } from 'electron'

/** What taking a picture needs: where it goes, how the program ends, and whom to tell why there is none. */
export interface CaptureParts {
  readonly file: string
  readonly exit: (code: number) => void
  readonly say: (sentence: string) => void
  readonly limitMs?: number
}

const LIMIT_MS = 60_000

/**
 * Takes a picture of the window once its first article is painted, and ends the
 * program: with 0 and a picture, or with 1 and a sentence. Hand every painting
 * to what it returns; the first one counts.
 */
export function captureOnce({ file, exit, say, limitMs = LIMIT_MS }: CaptureParts) {
  let taken = false
  const giveUp = (why: string) => {
    say(`No picture was taken: ${why}`)
    exit(1)
  }
  const limit = setTimeout(() => {
    taken = true
    giveUp(`no article was painted within ${limitMs / 1000} seconds.`)
  }, limitMs)

  return async (window: Pick<BrowserWindow, 'webContents'>): Promise<void> => {
    if (taken) return
    taken = true
    clearTimeout(limit)
    try {
      const picture = await window.webContents.capturePage()
      if (picture.isEmpty()) throw new Error('the window is empty.')
      await writeFile(file, picture.toPNG())
      exit(0)
    } catch (error) {
      giveUp(error instanceof Error ? error.message : String(error))
    }
  }
}
