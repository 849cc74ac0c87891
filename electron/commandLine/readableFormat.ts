import { basename } from 'node:path'
import type { Format } from '../../shared/dataset/format.ts'
import { words as en } from '../../shared/words/words.ts'
import { recogniseFormat } from '../work/recogniseFormat.ts'
import { formatNamed } from './exportWords.ts'
import { isFolder } from './names.ts'
import { WrongUsage } from './wrongUsage.ts'

/** The format that was named, or the one that a file looks like. Throws `WrongUsage` where that is none that is read. */
export async function readableFormat(id: string | undefined, path: string): Promise<Format> {
  if (id !== undefined && id !== 'auto') {
    const format = await formatNamed(id)
    if (!format.read) throw new WrongUsage(en.commandLine.notRead(id))
    return format
  }
  const { likely } = await recogniseFormat(path, await isFolder(path))
  const [first, ...rest] = likely
  if (first && rest.length === 0) return first
  throw new WrongUsage(en.commandLine.formatUnclear(basename(path), likely.map(({ id }) => id).join(', ')))
}
