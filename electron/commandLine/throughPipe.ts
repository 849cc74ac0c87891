import { basename } from 'node:path'
import { Problem } from '../../shared/problems/problem.ts'
import { createFile } from '../disk/createFile.ts'
import { disk } from '../disk/disk.ts'
import { explainReading } from '../disk/explain.ts'
import type { Fence } from '../disk/fence.ts'
import { withStretches } from '../disk/readStretch.ts'
import type { CommandGround } from './command.ts'

/** Bytes that are printed at a time. */
const STRETCH = 256 * 1024

/** Prints a file inside the fence, no faster than somebody takes it. Throws the Problem by which it can't be read. */
export async function printFile(
  fence: Fence,
  path: string,
  { print, taken }: Pick<CommandGround, 'print' | 'taken'>,
): Promise<void> {
  const all = withStretches(disk, fence, path, async ({ size, read }) => {
    for (let at = 0; at < size; at += STRETCH) {
      print(await read(at, Math.min(STRETCH, size - at)))
      if (!(await taken())) return
    }
  })
  await all.catch(explainReading)
}

/** Puts standard input into a file of this name in a folder, for readers that go through a file more than once: its path. */
export async function fileOfInput(
  fence: Fence,
  name: string,
  mostBytes: number,
  { input }: Pick<CommandGround, 'input'>,
): Promise<string> {
  const file = basename(name)
  if (file === '' || file === '.' || file === '..') throw new Problem('not-a-file', name)
  const path = `${fence.root}/${file}`
  await createFile(disk, fence, path, await input(mostBytes))
  return path
}
