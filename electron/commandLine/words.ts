import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { encodings } from '../../shared/text/decode.ts'
import { words as en } from '../../shared/words/words.ts'

/** What is asked for behind `stet`. Paths are absolute. */
export type Asked =
  | { readonly command: 'help' }
  | { readonly command: 'text'; readonly path: string; readonly encoding?: string }
  | { readonly command: 'info'; readonly path: string; readonly encoding?: string }

/** What is written behind `stet` says nothing to us; the message is a sentence for whoever wrote it. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}

/** Reads the words behind `stet`; paths begin where it was called from. Throws `WrongUsage`. */
export function readWords(words: readonly string[], calledFrom: string): Asked {
  const { values, positionals } = parse(words)
  const [command, name, ...rest] = positionals
  if (values.help || command === 'help') return { command: 'help' }
  if (command === undefined) throw new WrongUsage(en.commandLine.noCommand)
  if (command !== 'text' && command !== 'info') throw new WrongUsage(en.commandLine.unknownCommand(command))
  if (name === undefined) throw new WrongUsage(en.commandLine.noFile(command))
  if (rest.length > 0) throw new WrongUsage(en.commandLine.tooMany(rest.join(' ')))
  if (command === 'info' && !values.json) throw new WrongUsage(en.commandLine.onlyJson)
  if (command === 'text' && values.json) throw new WrongUsage(en.commandLine.unknownOption('--json'))
  const { encoding } = values
  if (encoding !== undefined && !encodings.includes(encoding))
    throw new WrongUsage(en.commandLine.unknownEncoding(encoding, encodings.join(', ')))
  return { command, path: resolve(calledFrom, name), ...(encoding === undefined ? {} : { encoding }) }
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { encoding: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    if (error instanceof TypeError) throw new WrongUsage(error.message)
    throw error
  }
}
