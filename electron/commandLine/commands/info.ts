import { words as en } from '../../../shared/words/words.ts'
import type { ArticleInfo } from '../../work/articleInfo.ts'
import { commandOf, STANDARD } from '../command.ts'
import { infoOfArticle, infoOfInput, infoOfWorkspace } from '../info.ts'
import { printedArticle, printedWorkspace } from '../infoPrinted.ts'
import { asJson } from '../json.ts'
import { encodingIn, isFolder, oneName, pathOf } from '../names.ts'
import { nowAndThen } from '../nowAndThen.ts'
import { readGiven } from '../readNamed.ts'
import { WrongUsage } from '../wrongUsage.ts'

/** `stet info FILE|WORKSPACE`: what is known of an article, or of each in a folder. */
export const info = commandOf(
  'info',
  { encoding: { type: 'string' }, as: { type: 'string' }, json: { type: 'boolean' } },
  async ({ names, values }, ground) => {
    const name = oneName('info', names)
    const encoding = encodingIn(values.encoding)
    const ofArticle = (known: ArticleInfo) => ground.print(values.json ? asJson(known) : printedArticle(known))
    if (name === STANDARD) {
      const file = await readGiven({ name, ...encoding, as: values.as }, ground)
      ofArticle(await infoOfInput(file, ground.workbench))
      return 0
    }
    if (values.as !== undefined) throw new WrongUsage(en.commandLine.asOfInput)
    const path = pathOf(name, ground)
    if (!(await isFolder(path))) {
      ofArticle(await infoOfArticle({ path, ...encoding }, ground.workbench))
      return 0
    }
    if (values.encoding !== undefined) throw new WrongUsage(en.commandLine.encodingOfOne)
    const tell = nowAndThen(ground.progress)
    const told = (done: number, of: number) => tell(() => en.checking.progress(done, of))
    const known = await infoOfWorkspace(path, ground.workbench, told)
    ground.print(values.json ? asJson(known) : printedWorkspace(known))
    return 0
  },
)
