import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'

const DRAFT = '.preparing-'
const BEAT_MS = 5000
const ABANDONED_MS = 10 * 60_000

/**
 * Make a folder whole, or not at all.
 *
 * `fill` works in a draft beside it, which takes the folder's name when it is complete. If another
 * process was first, its folder stands and ours goes. A kill leaves a draft, which the next one clears away.
 */
export async function prepareFolder(folder: string, fill: (draft: string) => Promise<void>): Promise<void> {
  const parent = dirname(folder)
  mkdirSync(parent, { recursive: true })
  sweepDrafts(parent, Date.now())
  const draft = join(parent, `${DRAFT}${randomUUID()}`)
  mkdirSync(draft)
  const clear = () => rmSync(draft, { recursive: true, force: true })
  const beat = setInterval(() => utimesSync(draft, new Date(), new Date()), BEAT_MS)
  process.once('exit', clear)
  try {
    await fill(draft)
    take(draft, folder)
  } finally {
    clearInterval(beat)
    process.off('exit', clear)
    clear()
  }
}

function take(draft: string, folder: string): void {
  try {
    renameSync(draft, folder)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (!(code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM') || !existsSync(folder)) throw error
  }
}

/** Clear away drafts that nobody works in any more. A draft's date is renewed while someone does. */
export function sweepDrafts(parent: string, now: number): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(DRAFT)) continue
    const draft = join(parent, name)
    const seen = statSync(draft, { throwIfNoEntry: false })
    if (seen && now - seen.mtimeMs > ABANDONED_MS) rmSync(draft, { recursive: true, force: true })
  }
}
