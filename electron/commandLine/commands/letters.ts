import { basename, dirname, join } from 'node:path'
import { words as en } from '../../../shared/words/words.ts'
import { writeLetters } from '../../dataset/writeLetters.ts'
import { disk } from '../../disk/disk.ts'
import { raiseFence } from '../../disk/fence.ts'
import { commandOf } from '../command.ts'
import { listIn } from '../exportWords.ts'
import { asJson } from '../json.ts'
import { oneName, pathOf } from '../names.ts'
import { newAt, present, sayUnread, tellGroundAt } from '../tellWords.ts'
import { WrongUsage } from '../wrongUsage.ts'

/** `stet letters WORKSPACE --gold ID --out FOLDER`: a letter for each annotator about what is final. */
export const letters = commandOf(
  'letters',
  {
    gold: { type: 'string' },
    out: { type: 'string' },
    for: { type: 'string' },
    format: { type: 'string' },
    blind: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async ({ names, values }, command) => {
    const root = pathOf(oneName('letters', names), command)
    const { gold, out, format = 'html' } = values
    if (gold === undefined) throw new WrongUsage(en.commandLine.needs('--gold'))
    if (out === undefined) throw new WrongUsage(en.commandLine.needs('--out'))
    if (format !== 'html' && format !== 'markdown') throw new WrongUsage(en.telling.format(format))
    const folder = await newAt(pathOf(out, command))
    const ground = await tellGroundAt(root, command)
    present([gold], ground)
    const some = listIn(values.for)
    const to = some && present(some, ground)
    const outFence = await raiseFence(disk, dirname(folder))
    const place = join(outFence.root, basename(folder))
    const asked = { gold, to, format, isBlind: values.blind === true, person: null, out: place } as const
    const done = await writeLetters(asked, outFence, ground)
    const isWhole = sayUnread(done.notTaken, command.say)
    if (done.letters.length === 0) command.say(en.telling.noLetters(gold))
    if (values.json) command.print(asJson({ gold, letters: done.letters }))
    else for (const letter of done.letters) command.print(`${en.telling.letter({ ...letter })}\n`)
    return isWhole && done.letters.length > 0 ? 0 : 1
  },
)
