import { basename, extname } from 'node:path'
import type { Format } from '../../shared/dataset/format.ts'
import { formats } from '../../shared/exporters/formats.ts'
import { words as en } from '../../shared/words/words.ts'
import { filesAt } from '../work/filesAt.ts'
import { formatNamed } from './exportWords.ts'
import { isFolder } from './names.ts'
import { WrongUsage } from './wrongUsage.ts'

const HEAD_CHARACTERS = 4096

/** The format that was named, or the one that a file looks like. Throws `WrongUsage` where that is none that is read. */
export async function readableFormat(id: string | undefined, path: string): Promise<Format> {
  if (id !== undefined && id !== 'auto') {
    const format = await formatNamed(id)
    if (!format.read) throw new WrongUsage(en.commandLine.notRead(id))
    return format
  }
  const known = await Promise.all(Object.values(formats).map(load => load()))
  const found = await headOf(path)
  const likely = known.filter(
    ({ read, extensions, looksLike }) =>
      read && found && (looksLike?.(found.head, found.name) ?? extensions.includes(extname(found.name).slice(1))),
  )
  const ending = likely.filter(({ extensions }) => found && extensions.includes(extname(found.name).slice(1)))
  const [first, ...rest] = ending.length > 0 ? ending : likely
  if (first && rest.length === 0) return first
  throw new WrongUsage(en.commandLine.formatUnclear(basename(path), likely.map(({ id }) => id).join(', ')))
}

/** The beginning of a file, or of the first one in a folder that some format would read. */
async function headOf(path: string): Promise<{ readonly name: string; readonly head: string } | null> {
  const ofFolder = await isFolder(path)
  const files = filesAt(path, ofFolder ? 'folder' : 'file')
  const name = ofFolder ? (files.names.find(one => !/\.txt$/i.test(one)) ?? files.names[0]) : ''
  if (name === undefined) return null
  for await (const part of files.parts(name)) {
    const head = new TextDecoder().decode(part.subarray(0, HEAD_CHARACTERS * 4)).slice(0, HEAD_CHARACTERS)
    return { name: name === '' ? basename(path) : name, head }
  }
  return null
}
