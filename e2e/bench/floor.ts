import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** About as much as the line of an edit. */
const LINE = Buffer.from(`${'x'.repeat(600)}\n`)

/**
 * What a durable line costs on this disk at this moment, with no program around
 * it: milliseconds of each append with its `fdatasync`, at the pace of the edits
 * that it stands beside.
 */
export async function bareAppends(folder: string, count: number, paceMs: number): Promise<number[]> {
  const file = await open(join(folder, 'floor'), 'a')
  try {
    const times: number[] = []
    for (let i = 0; i < count; i++) {
      const begun = performance.now()
      await file.write(LINE)
      await file.datasync()
      times.push(performance.now() - begun)
      await pause(paceMs)
    }
    return times
  } finally {
    await file.close()
  }
}
