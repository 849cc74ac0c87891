import { parseArgs } from 'node:util'
import { words as en } from '../../shared/words/words.ts'
import type { Given, OptionKinds } from './command.ts'
import { WrongUsage } from './wrongUsage.ts'

/** What stands behind a command, by the options that it knows; `--help` belongs to all. Throws `WrongUsage`. */
export function readOptions(words: readonly string[], options: OptionKinds): Given<never> & { readonly help: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    })
    const { help = false, ...rest } = values
    return { names: positionals, values: rest as Given<never>['values'], help: help === true }
  } catch (error) {
    if (error instanceof TypeError) throw new WrongUsage(whyNot(error))
    throw error
  }
}

function whyNot(error: TypeError & { readonly code?: string }): string {
  const option = /'((?:-\w, )?-[^' ]*)/u.exec(error.message)?.[1]
  if (option === undefined) return error.message
  return error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    ? en.commandLine.unknownOption(option)
    : en.commandLine.wrongValue(option)
}
