import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { words as en } from '../../shared/words/words.ts'
import { disk } from '../disk/disk.ts'
import type { Workbench } from '../work/workbench.ts'
import type { UnpackBench } from '../workspace/unpack.ts'
import { infoOfArticle, infoOfWorkspace } from './info.ts'
import { readNamed } from './readNamed.ts'
import { unpack } from './unpack.ts'
import type { AskedUnpack } from './unpackWords.ts'
import { type Asked, readWords } from './words.ts'
import { WrongUsage } from './wrongUsage.ts'

/** What a command is run with. */
export interface CommandGround {
  /** The folder that paths begin in. */
  readonly calledFrom: string
  /** Where files are read: they may be anybody's. */
  readonly workbench: Pick<Workbench, 'run'>
  /** Starts a worker that takes a file of many articles apart. */
  readonly startBench: () => UnpackBench
  /** What was asked for, on standard output. */
  readonly print: (text: string) => void
  /** A line for whoever asked, on standard error. */
  readonly say: (line: string) => void
}

/** Runs one command. Resolves to the exit code: 0 done, 1 unreadable, 2 wrong usage. */
export async function runCommand(words: readonly string[], ground: CommandGround): Promise<0 | 1 | 2> {
  try {
    const asked = readWords(words, ground.calledFrom)
    if (asked.command === 'unpack') return await unpacked(asked, ground)
    ground.print(await answer(asked, ground))
    return 0
  } catch (error) {
    if (error instanceof WrongUsage) {
      for (const line of [error.message, ...en.commandLine.usage]) ground.say(line)
      return 2
    }
    if (!(error instanceof Problem)) throw error
    ground.say(sentenceOf(error))
    return 1
  }
}

/** What can't be read of an archive is said line by line; what could be is written all the same. */
async function unpacked(asked: AskedUnpack, { startBench, print, say }: CommandGround): Promise<0 | 1> {
  const { report, line } = await unpack(asked, startBench, say)
  for (const { key, problem } of report.unread) say(en.commandLine.unread(key, sentenceOf(problem)))
  for (const { path } of report.differ) say(en.commandLine.differs(path))
  print(asked.json ? asJson(report) : `${line}\n`)
  if (!report.problem) return 0
  say(sentenceOf(report.problem))
  return 1
}

async function answer(asked: Exclude<Asked, AskedUnpack>, { workbench }: CommandGround): Promise<string> {
  if (asked.command === 'help') return `${en.commandLine.usage.join('\n')}\n`
  const isFolder = await disk.lstat(asked.path).then(
    found => found.isDirectory(),
    () => false, // reading it says what is wrong
  )
  if (isFolder && asked.encoding !== undefined) throw new WrongUsage(en.commandLine.encodingOfOne)
  if (asked.command === 'info') {
    return asJson(isFolder ? await infoOfWorkspace(asked.path, workbench) : await infoOfArticle(asked, workbench))
  }
  if (isFolder) throw new WrongUsage(en.commandLine.notOneFile)
  return (await workbench.run('article', await readNamed(asked))).article.text
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** A problem as one line. */
function sentenceOf({ kind, detail }: ProblemNotice): string {
  const { title, remedy } = en.problems[kind]
  return en.commandLine.problem(title, detail, remedy)
}
