import { randomUUID } from 'node:crypto'
import { cp, lstat, mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { explain, unlessMissing } from '../disk/explain.ts'

/**
 * Makes sure that there is a copy of the sample workspace to try things in. What
 * is there is never touched: the copy is the person's from then on. It appears
 * whole or not at all.
 */
export async function copySample(from: string, to: string): Promise<string> {
  try {
    if (await lstat(to).then(() => true, unlessMissing(false))) return to
    const draft = `${to}.${randomUUID()}`
    await mkdir(dirname(to), { recursive: true })
    try {
      await cp(from, draft, { recursive: true })
      await rename(draft, to)
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
    return to
  } catch (error) {
    return explain(error)
  }
}
