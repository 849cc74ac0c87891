import { words as en } from '../../../shared/words/words.ts'
import { commandOf, STANDARD } from '../command.ts'
import { encodingIn, isFolder, oneName, pathOf } from '../names.ts'
import { readGiven } from '../readNamed.ts'
import { WrongUsage } from '../wrongUsage.ts'

/** `stet text FILE`: the text that offsets count, letter for letter. */
export const text = commandOf(
  'text',
  { encoding: { type: 'string' }, as: { type: 'string' } },
  async ({ names, values }, ground) => {
    const name = oneName('text', names)
    const encoding = encodingIn(values.encoding)
    if (values.as !== undefined && name !== STANDARD) throw new WrongUsage(en.commandLine.asOfInput)
    if (name !== STANDARD && (await isFolder(pathOf(name, ground)))) throw new WrongUsage(en.commandLine.notOneFile)
    const file = await readGiven({ name, ...encoding, as: values.as }, ground)
    ground.print((await ground.workbench.run('article', file)).article.text)
    return 0
  },
)
