import type { Command, CommandName } from '../command.ts'

/**
 * Every command, in the order of the help, each with its code, which is loaded when it is asked for. To add one: its
 * words in `shared/words/en/commandLine.ts` (`commands`), a file beside this one, and a line here.
 */
export const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  text: () => import('./text.ts').then(({ text }) => text),
  info: () => import('./info.ts').then(({ info }) => info),
  check: () => import('./check.ts').then(({ check }) => check),
  import: () => import('./import.ts').then(({ importCommand }) => importCommand),
  export: () => import('./export.ts').then(({ exportCommand }) => exportCommand),
  formats: () => import('./formats.ts').then(({ formats }) => formats),
  agree: () => import('./agree.ts').then(({ agree }) => agree),
  plan: () => import('./plan.ts').then(({ plan }) => plan),
  review: () => import('./review.ts').then(({ review }) => review),
  letters: () => import('./letters.ts').then(({ letters }) => letters),
  packet: () => import('./packet.ts').then(({ packet }) => packet),
  answer: () => import('./answer.ts').then(({ answer }) => answer),
  seal: () => import('./seal.ts').then(({ seal }) => seal),
  unpack: () => import('./unpack.ts').then(({ unpack }) => unpack),
  merge: () => import('./merge.ts').then(({ merge }) => merge),
  'git-setup': () => import('./gitSetup.ts').then(({ gitSetup }) => gitSetup),
}

/** Whether a word names a command. */
export function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(commands, word)
}
