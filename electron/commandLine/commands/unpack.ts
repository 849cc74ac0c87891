import { words as en } from '../../../shared/words/words.ts'
import { fromSource } from '../../work/fromSource.ts'
import { benchFor } from '../../workspace/unpack.ts'
import { commandOf } from '../command.ts'
import { asJson } from '../json.ts'
import { oneName } from '../names.ts'
import { sentenceOf } from '../sentenceOf.ts'
import { unpack as unpackArchive } from '../unpack.ts'
import { readUnpack } from '../unpackWords.ts'

/** `stet unpack ARCHIVE --to WORKSPACE`. What can't be read of an archive is said line by line; what could be is written all the same. */
export const unpack = commandOf(
  'unpack',
  {
    ...{ to: { type: 'string' }, into: { type: 'string' }, name: { type: 'string' } },
    ...{ column: { type: 'string', multiple: true }, differing: { type: 'boolean' }, json: { type: 'boolean' } },
  },
  async ({ names, values }, { calledFrom, print, say, progress }) => {
    const asked = readUnpack(oneName('unpack', names), values, calledFrom)
    const startBench = () => benchFor(fromSource('./unpackWorker.ts').entry)
    const { report, line } = await unpackArchive(asked, startBench, progress)
    for (const { key, problem } of report.unread) say(en.commandLine.unread(key, sentenceOf(problem)))
    for (const { path } of report.differ) say(en.commandLine.differs(path))
    print(asked.json ? asJson(report) : `${line}\n`)
    if (!report.problem) return 0
    say(sentenceOf(report.problem))
    return 1
  },
)
