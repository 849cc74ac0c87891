import { dirname } from 'node:path'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from './disk.ts'
import { codeOf, explain } from './explain.ts'
import { type Fence, insideFence, syncFolder } from './fence.ts'
import { strangeness } from './ordinaryFile.ts'
import { type Stretches, withStretches } from './readStretch.ts'
import { replaceFile } from './replaceFile.ts'
import { isWithoutLinks } from './takeName.ts'

const STRETCH = 1024 * 1024

/**
 * Keeps the bytes of a file under a second name, for good, while the first stays
 * as it is: whoever replaces the file then has lost nothing at any instant. A
 * second name that is there already is replaced.
 *
 * Resolves to whether there was a file to keep. Throws Problem
 * `outside-workspace` (also for what is no ordinary file), and what `explain`
 * makes of the system's failures.
 */
export async function keepAside(disk: Disk, fence: Fence, from: string, to: string): Promise<boolean> {
  try {
    const source = await insideFence(disk, fence, from)
    const target = await insideFence(disk, fence, to)
    const found = await disk.lstat(source).catch(error => {
      if (codeOf(error) === 'ENOENT') return null
      throw error
    })
    if (!found) return false
    const what = strangeness(found)
    if (what) throw new Problem('outside-workspace', what)
    await disk.rm(target, { force: true })
    try {
      await disk.link(source, target)
    } catch (error) {
      if (!isWithoutLinks(error)) throw error
      await withStretches(disk, fence, source, file => replaceFile(disk, fence, target, inStretches(file)))
      return true
    }
    await syncFolder(disk, dirname(target))
    return true
  } catch (error) {
    explain(error)
  }
}

async function* inStretches({ size, read }: Stretches): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; at += STRETCH) yield await read(at, Math.min(STRETCH, size - at))
}
