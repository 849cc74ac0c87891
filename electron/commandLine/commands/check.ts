import { words as en } from '../../../shared/words/words.ts'
import { sealedAt } from '../../dataset/hiddenAt.ts'
import { disk } from '../../disk/disk.ts'
import { readOnlyDisk } from '../../disk/readOnlyDisk.ts'
import { checkWorkspace } from '../../workspace/checkWorkspace.ts'
import { printedCheck } from '../checkPrinted.ts'
import { checkReport } from '../checkReport.ts'
import { commandOf } from '../command.ts'
import { hushed } from '../hushed.ts'
import { asJson } from '../json.ts'
import { isFile, oneName, pathOf } from '../names.ts'
import { nowAndThen } from '../nowAndThen.ts'
import { WrongUsage } from '../wrongUsage.ts'

/** `stet check WORKSPACE`: every invariant and problem, by file and annotation. Nothing is written. */
export const check = commandOf(
  'check',
  { strict: { type: 'boolean' }, hints: { type: 'boolean' }, all: { type: 'boolean' }, json: { type: 'boolean' } },
  async ({ names, values }, ground) => {
    const path = pathOf(oneName('check', names), ground)
    if (await isFile(path)) throw new WrongUsage(en.commandLine.notAWorkspace)
    const tell = nowAndThen(ground.progress)
    const told = (done: number, of: number) => tell(() => en.checking.progress(done, of))
    const [reading, listsHints] = [readOnlyDisk(disk), values.hints ?? false]
    const sealed = await sealedAt(reading, path, ground.workbench)
    const isHidden = (article: string, annotator: string) => sealed?.hides(article, annotator) ?? false
    const parts = {
      ...{ disk: reading, workbench: ground.workbench, told, isHidden },
      listsHints: listsHints || sealed !== null,
    }
    const checked = await checkWorkspace(path, parts)
    const report = checkReport(path, sealed ? hushed(checked, sealed, listsHints) : checked)
    ground.print(values.json ? asJson(report) : printedCheck(report, values))
    const isWrong = report.counts.errors > 0 || (values.strict === true && report.counts.warnings > 0)
    return isWrong ? 1 : 0
  },
)
