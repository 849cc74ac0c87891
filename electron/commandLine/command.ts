import type { words as en } from '../../shared/words/words.ts'
import type { DatasetBench } from '../dataset/exportDataset.ts'
import type { Workbench } from '../work/workbench.ts'

/** How a command ended: 0 it is done, 1 something is wrong with what it was about, 2 its words mean nothing. */
export type ExitCode = 0 | 1 | 2

/** What a command is run with. */
export interface CommandGround {
  /** The folder that paths begin in. */
  readonly calledFrom: string
  /** Where files are read: they may be anybody's. */
  readonly workbench: Pick<Workbench, 'run'>
  /** A worker in which one dataset at a time is written or read; the first that asks starts it. */
  readonly datasetBench: DatasetBench
  /** What was asked for, on standard output. */
  readonly print: (printed: string | Uint8Array) => void
  /** Resolves once what was printed is taken: to whether anybody still reads standard output. */
  readonly taken: () => Promise<boolean>
  /** Something for whoever asked, on standard error: what is wrong. It may have several lines. */
  readonly say: (said: string) => void
  /** How far it is, on standard error where that is a terminal: in a file of what went wrong nobody looks for it. */
  readonly progress: (line: string) => void
  /** All of standard input. Throws Problem `too-large` where it is more than so many bytes. */
  readonly input: (mostBytes: number) => Promise<Uint8Array>
}

/** What stands for standard input and output in place of a file. */
export const STANDARD = '-'

type CommandWords = (typeof en)['commandLine']['commands']

/** What can be done, by the word behind `stet`. What a person reads of each stands in `shared/words/`. */
export type CommandName = keyof CommandWords

/** An option as `--NAME VALUE`, or as `--NAME` where it is boolean; several values where it may be said more than once. */
export interface OptionKind {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
}

export type OptionKinds = Readonly<Record<string, OptionKind>>

type ValueOf<K extends OptionKind> = K['type'] extends 'boolean'
  ? boolean
  : K extends { readonly multiple: true }
    ? readonly string[]
    : string

/** What stood behind a command: words without an option, in order, and options by name. */
export interface Given<O extends OptionKinds = OptionKinds> {
  readonly names: readonly string[]
  readonly values: { readonly [N in keyof O]?: ValueOf<O[N]> }
}

/** One command: the options that it knows, and how it is run. */
export interface Command {
  readonly options: OptionKinds
  /** Throws `WrongUsage` for words that mean nothing, and a Problem for what can't be done. */
  readonly run: (given: Given<never>, ground: CommandGround) => Promise<ExitCode>
}

/** A command of this name. Each of its options has a line of help, and each line of help its option. */
export function commandOf<
  N extends CommandName,
  const O extends Readonly<Record<keyof CommandWords[N]['options'], OptionKind>>,
>(
  _name: N,
  options: O & OptionKinds,
  run: (given: Given<O & OptionKinds>, ground: CommandGround) => Promise<ExitCode>,
): Command {
  return { options, run: run as Command['run'] }
}
