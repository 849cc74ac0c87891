import { words as en } from '../../../shared/words/words.ts'
import { commandOf, STANDARD } from '../command.ts'
import { infoOfArticle, infoOfInput, infoOfWorkspace } from '../info.ts'
import { asJson } from '../json.ts'
import { encodingIn, isFolder, oneName, pathOf } from '../names.ts'
import { readGiven } from '../readNamed.ts'
import { WrongUsage } from '../wrongUsage.ts'

/** `stet info FILE|WORKSPACE`: what is known of an article, or of each in a folder. */
export const info = commandOf(
  'info',
  { encoding: { type: 'string' }, as: { type: 'string' }, json: { type: 'boolean' } },
  async ({ names, values }, ground) => {
    const name = oneName('info', names)
    if (!values.json) throw new WrongUsage(en.commandLine.onlyJson)
    const encoding = encodingIn(values.encoding)
    if (name === STANDARD) {
      const file = await readGiven({ name, ...encoding, as: values.as }, ground)
      ground.print(asJson(await infoOfInput(file, ground.workbench)))
      return 0
    }
    if (values.as !== undefined) throw new WrongUsage(en.commandLine.asOfInput)
    const path = pathOf(name, ground)
    const ofFolder = await isFolder(path)
    if (ofFolder && values.encoding !== undefined) throw new WrongUsage(en.commandLine.encodingOfOne)
    const known = ofFolder
      ? infoOfWorkspace(path, ground.workbench)
      : infoOfArticle({ path, ...encoding }, ground.workbench)
    ground.print(asJson(await known))
    return 0
  },
)
