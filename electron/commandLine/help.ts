import type { CommandText } from '../../shared/words/commandText.ts'
import { words as en } from '../../shared/words/words.ts'
import type { CommandName } from './command.ts'

/** All commands, each with what it does. */
export function overview(): string {
  const { opening, commandsTitle, closing, commands } = en.commandLine
  const rows = Object.entries(commands).map(([name, { does }]) => [name, does] as const)
  return `${[...opening.flatMap(line => [line, '']), commandsTitle, ...table(rows), '', ...closing].join('\n')}\n`
}

/** What one command does, how it is called, its options, examples, and what its exit code says. */
export function helpOf(name: CommandName): string {
  const { usageTitle, optionsTitle, examplesTitle, exitsTitle, helpOption } = en.commandLine
  const { does, usage, options, examples, more, exits = en.commandLine.exits } = shape(name)
  const rows = Object.entries(options).map(([option, words]) => [nameOf(option, words), words.at(-1)!] as const)
  const parts = [
    [does, ...more],
    [usageTitle, ...usage.map(line => `  stet ${name} ${line}`)],
    [optionsTitle, ...table([...rows, helpOption])],
    [examplesTitle, ...examples.map(line => `  stet ${line}`)],
    [exitsTitle, ...table(exits.map((says, code) => [String(code), says] as const))],
  ]
  return `${parts.map(lines => lines.join('\n')).join('\n\n')}\n`
}

function nameOf(option: string, words: readonly string[]): string {
  return words.length === 1 ? `--${option}` : `--${option} ${words[0]}`
}

function shape(name: CommandName): CommandText {
  return en.commandLine.commands[name]
}

/** Two columns; what is too wide for the first has a line of its own. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  const widest = Math.min(WIDEST, Math.max(...rows.map(([left]) => left.length)))
  return rows.flatMap(([left, right]) =>
    left.length > widest ? [`  ${left}`, `  ${' '.repeat(widest)}  ${right}`] : [`  ${left.padEnd(widest)}  ${right}`],
  )
}
const WIDEST = 26
