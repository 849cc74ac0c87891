import { resolve } from 'node:path'
import { encodings } from '../../shared/text/decode.ts'
import { words as en } from '../../shared/words/words.ts'
import { disk } from '../disk/disk.ts'
import type { CommandGround, CommandName } from './command.ts'
import { WrongUsage } from './wrongUsage.ts'

/** The one file or folder that a command is about, as it was named. Throws `WrongUsage` for none and for more. */
export function oneName(command: CommandName, names: readonly string[]): string {
  const [name, ...rest] = names
  if (name === undefined) throw new WrongUsage(en.commandLine.noFile(command))
  if (rest.length > 0) throw new WrongUsage(en.commandLine.tooMany(rest.join(' ')))
  return name
}

/** Where a name leads, absolute: paths begin where the command was called from. */
export function pathOf(name: string, { calledFrom }: Pick<CommandGround, 'calledFrom'>): string {
  return resolve(calledFrom, name)
}

/** Whether a folder is there. Of anything else reading it says what is wrong. */
export async function isFolder(path: string): Promise<boolean> {
  return disk.lstat(path).then(
    found => found.isDirectory(),
    () => false,
  )
}

/** Whether a file is there: something else than a folder. */
export async function isFile(path: string): Promise<boolean> {
  return disk.lstat(path).then(
    found => found.isFile(),
    () => false,
  )
}

/** An encoding that was named. Throws `WrongUsage` for one that there isn't. */
export function encodingIn(encoding: string | undefined): { readonly encoding?: string } {
  if (encoding === undefined) return {}
  if (encodings.includes(encoding)) return { encoding }
  throw new WrongUsage(en.commandLine.unknownEncoding(encoding, encodings.join(', ')))
}
