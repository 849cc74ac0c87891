import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { encodings } from '../../shared/text/decode.ts'
import { words as en } from '../../shared/words/words.ts'
import { type AskedUnpack, readUnpack } from './unpackWords.ts'
import { WrongUsage } from './wrongUsage.ts'

/** What is asked for behind `stet`. Paths are absolute. */
export type Asked =
  | { readonly command: 'help' }
  | { readonly command: 'text'; readonly path: string; readonly encoding?: string }
  | { readonly command: 'info'; readonly path: string; readonly encoding?: string }
  | AskedUnpack

/** Reads the words behind `stet`; paths begin where it was called from. Throws `WrongUsage`. */
export function readWords(words: readonly string[], calledFrom: string): Asked {
  const { values, positionals } = parse(words)
  const [command, name, ...rest] = positionals
  if (values.help || command === 'help') return { command: 'help' }
  if (command === undefined) throw new WrongUsage(en.commandLine.noCommand)
  if (command !== 'text' && command !== 'info' && command !== 'unpack')
    throw new WrongUsage(en.commandLine.unknownCommand(command))
  if (name === undefined) throw new WrongUsage(en.commandLine.noFile(command))
  if (rest.length > 0) throw new WrongUsage(en.commandLine.tooMany(rest.join(' ')))
  const { encoding, json: _, help: __, ...ofUnpack } = values
  if (command === 'unpack') {
    if (encoding !== undefined) throw new WrongUsage(en.commandLine.unknownOption('--encoding'))
    return readUnpack(name, values, calledFrom)
  }
  const [strange] = Object.keys(ofUnpack)
  if (strange !== undefined) throw new WrongUsage(en.commandLine.unknownOption(`--${strange}`))
  if (command === 'info' && !values.json) throw new WrongUsage(en.commandLine.onlyJson)
  if (command === 'text' && values.json) throw new WrongUsage(en.commandLine.unknownOption('--json'))
  if (encoding !== undefined && !encodings.includes(encoding))
    throw new WrongUsage(en.commandLine.unknownEncoding(encoding, encodings.join(', ')))
  return { command, path: resolve(calledFrom, name), ...(encoding === undefined ? {} : { encoding }) }
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...{ encoding: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
        ...{ to: { type: 'string' }, into: { type: 'string' }, name: { type: 'string' } },
        ...{ column: { type: 'string', multiple: true }, differing: { type: 'boolean' } },
      },
    })
  } catch (error) {
    if (error instanceof TypeError) throw new WrongUsage(error.message)
    throw error
  }
}
