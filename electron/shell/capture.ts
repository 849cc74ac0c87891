import { writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'

/** What taking a picture needs: where it goes, how the program ends, and whom to tell why there is none. */
export interface CaptureParts {
  readonly file: string
  readonly exit: (code: number) => void
  readonly say: (sentence: string) => void
  readonly limitMs?: number
  /** Waits this long: handed in by tests. */
  readonly wait?: (ms: number) => Promise<unknown>
}

const LIMIT_MS = 60_000
/** What the page has painted reaches the screen some frames later, on a busy machine many: the picture is taken once so many in a row are the same. */
const SAME_IN_A_ROW = 4
const BETWEEN_MS = 100
/** Something may move for ever; then the last picture is the one. */
const MOST_PICTURES = 50

/**
 * Takes a picture of the window once its first article is painted, and ends the
 * program: with 0 and a picture, or with 1 and a sentence. Hand every painting
 * to what it returns; the first one counts.
 */
export function captureOnce({ file, exit, say, limitMs = LIMIT_MS, wait = pause }: CaptureParts) {
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
      await writeFile(file, await onceStill(window, wait))
      exit(0)
    } catch (error) {
      giveUp(error instanceof Error ? error.message : String(error))
    }
  }
}

/** The window's picture as PNG, once it stands still. */
async function onceStill(
  { webContents }: Pick<BrowserWindow, 'webContents'>,
  wait: (ms: number) => Promise<unknown>,
): Promise<Buffer> {
  let last: Buffer = Buffer.alloc(0)
  for (let same = 0, taken = 0; same < SAME_IN_A_ROW && taken < MOST_PICTURES; taken++) {
    if (taken > 0) await wait(BETWEEN_MS)
    const picture = await webContents.capturePage()
    if (picture.isEmpty()) throw new Error('the window is empty.')
    const next = picture.toPNG()
    same = next.equals(last) ? same + 1 : 1
    last = next
  }
  return last
}
