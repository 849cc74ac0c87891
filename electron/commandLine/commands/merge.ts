import { basename } from 'node:path'
import type { Json } from '../../../shared/json/json.ts'
import { writeJson } from '../../../shared/json/writeJson.ts'
import { COMMAND_DEADLINE_MS } from '../../../shared/limits.ts'
import { words as en } from '../../../shared/words/words.ts'
import { fromSource } from '../../work/fromSource.ts'
import type { MergeTasks } from '../../work/mergeTasks.ts'
import { Workbench } from '../../work/workbench.ts'
import { commandOf, STANDARD } from '../command.ts'
import { mergeNamed, sentencesOf, writeMerged } from '../merge.ts'
import { pathOf } from '../names.ts'
import { WrongUsage } from '../wrongUsage.ts'

/** `stet merge BASE MINE THEIRS --out FILE`: also what git runs, once `stet git-setup` has told it so. */
export const merge = commandOf(
  'merge',
  { out: { type: 'string' }, as: { type: 'string' }, quiet: { type: 'boolean' }, json: { type: 'boolean' } },
  async ({ names, values }, ground) => {
    const [base, mine, theirs, ...rest] = names
    const { out, as, quiet, json } = values
    if (base === undefined || mine === undefined || theirs === undefined)
      throw new WrongUsage(en.commandLine.merging.threeFiles)
    if (rest.length > 0) throw new WrongUsage(en.commandLine.tooMany(rest.join(' ')))
    if (out === undefined) throw new WrongUsage(en.commandLine.merging.noOut)
    if (out === STANDARD && json) throw new WrongUsage(en.commandLine.merging.outAndJson)
    const file = as ?? basename(out === STANDARD ? mine : out)
    const [one, two, three] = [base, mine, theirs].map(name => pathOf(name, ground)) as [string, string, string]
    const workbench = new Workbench<MergeTasks>({ ...fromSource('./mergeWorker.ts'), deadlineMs: COMMAND_DEADLINE_MS })
    const asked = { base: one, mine: two, theirs: three, file }
    const { text, report } = await mergeNamed(asked, workbench).finally(() => workbench.close())
    if (text !== null && out !== STANDARD) await writeMerged(pathOf(out, ground), text)
    if (text !== null && out === STANDARD) ground.print(text)
    for (const sentence of sentencesOf(report)) ground.say(sentence)
    if (json) ground.print(`${writeJson(report as unknown as Json)}\n`)
    else if (report.merged && out !== STANDARD && !quiet) ground.print(`${en.commandLine.merging.merged(file)}\n`)
    return report.merged ? 0 : 1
  },
)
