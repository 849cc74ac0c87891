import { words as en } from '../../../shared/words/words.ts'
import { commandOf } from '../command.ts'
import { setUpGit, toldOf } from '../gitSetup.ts'
import { asJson } from '../json.ts'
import { oneName, pathOf } from '../names.ts'

/** `stet git-setup [FOLDER]`: git merges files of Stet by `stet merge`, in this clone. */
export const gitSetup = commandOf(
  'git-setup',
  { undo: { type: 'boolean' }, json: { type: 'boolean' } },
  async ({ names, values }, ground) => {
    const name = oneName('git-setup', names.length === 0 ? ['.'] : names)
    const report = await setUpGit(pathOf(name, ground), values.undo ?? false)
    const { problem, changesLineEnds } = report
    const words = en.commandLine.gitSetup
    if (changesLineEnds) ground.say(words.lineEnds)
    if (problem) ground.say(words.problems[problem.why](problem.detail))
    if (values.json) ground.print(asJson(report))
    else for (const sentence of toldOf(report)) ground.print(`${sentence}\n`)
    return problem ? 1 : 0
  },
)
