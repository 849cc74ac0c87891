import { Problem } from '../../shared/problems/problem.ts'
import { words as en } from '../../shared/words/words.ts'
import type { CommandGround, ExitCode } from './command.ts'
import { commands, isCommandName } from './commands/index.ts'
import { helpOf, overview } from './help.ts'
import { readOptions } from './readOptions.ts'
import { sentenceOf } from './sentenceOf.ts'
import { WrongUsage } from './wrongUsage.ts'

/** Runs what the words behind `stet` ask for. Resolves to the exit code. */
export async function runCommand(words: readonly string[], ground: CommandGround): Promise<ExitCode> {
  const [name, ...rest] = words
  try {
    if (name === undefined) throw new WrongUsage(`${en.commandLine.noCommand}\n\n${overview()}`)
    if (name === 'help' || name === '--help' || name === '-h') return help(rest, ground)
    if (!isCommandName(name)) throw new WrongUsage(withHint(en.commandLine.unknownCommand(name)))
    return await runNamed(name, rest, ground)
  } catch (error) {
    if (!(error instanceof WrongUsage || error instanceof Problem)) throw error
    ground.say(error instanceof WrongUsage ? error.message : sentenceOf(error))
    return error instanceof WrongUsage ? 2 : 1
  }
}

function help([name]: readonly string[], { print }: CommandGround): ExitCode {
  if (name !== undefined && !isCommandName(name)) throw new WrongUsage(withHint(en.commandLine.unknownCommand(name)))
  print(name === undefined ? overview() : helpOf(name))
  return 0
}

async function runNamed(name: keyof typeof commands, words: readonly string[], ground: CommandGround) {
  // Asking for help needs nothing of a command to be loaded, and no other word to be right.
  if (words.includes('--help') || words.includes('-h')) return help([name], ground)
  const command = await commands[name]()
  try {
    return await command.run(readOptions(words, command.options), ground)
  } catch (error) {
    throw error instanceof WrongUsage ? new WrongUsage(withHint(error.message, name)) : error
  }
}

function withHint(sentence: string, name?: string): string {
  return `${sentence}\n${en.commandLine.hint(name)}`
}
