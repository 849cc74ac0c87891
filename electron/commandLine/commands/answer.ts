import { MAX_ANSWER_BYTES } from '../../../shared/packet/answer.ts'
import { isAnnotatorId } from '../../../shared/sidecar/names.ts'
import { words as en } from '../../../shared/words/words.ts'
import { bringAnswer, idOfAnswer } from '../../dataset/bringAnswer.ts'
import { disk } from '../../disk/disk.ts'
import { readBounded } from '../../disk/readBounded.ts'
import { type CommandGround, commandOf, STANDARD } from '../command.ts'
import { asJson } from '../json.ts'
import { pathOf } from '../names.ts'
import { sentenceOf } from '../sentenceOf.ts'
import { sayUnread, tellGroundAt } from '../tellWords.ts'
import { WrongUsage } from '../wrongUsage.ts'

/** `stet answer WORKSPACE ANSWER.json`: what somebody answered to a packet or a letter, as a layer of theirs. */
export const answer = commandOf(
  'answer',
  { as: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  async ({ names, values }, command) => {
    const [root, file, ...rest] = names
    if (root === undefined || file === undefined) throw new WrongUsage(en.commandLine.noFile('answer'))
    if (rest.length > 0) throw new WrongUsage(en.commandLine.tooMany(rest.join(' ')))
    const { say, print } = command
    if (values.as !== undefined && !isAnnotatorId(values.as)) throw new WrongUsage(en.telling.notAnId(values.as))
    const given = await command.datasetBench.run('answer', { bytes: await bytesOf(file, command) })
    const ground = await tellGroundAt(pathOf(root, command), command)
    const id = values.as ?? idOfAnswer(given)
    const isDone = values['dry-run'] !== true
    const done = await bringAnswer(given, { id, write: isDone }, ground)
    const { annotator, verdicts, comments, replaced, withdrawn, taken, isKnown, newer, unfit, failed } = done
    const isRead = sayUnread(done.notTaken, say)
    for (const one of unfit) say(en.telling.unfit({ ...one, why: en.telling.unfitWhys[one.why] }))
    for (const { path, problem } of failed) say(en.commandLine.unread(path, sentenceOf(problem)))
    if (taken.length > 0) say(en.telling.taken(id, taken.join(', ')))
    else if (isKnown) say(en.telling.known(id))
    else if (newer.length > 0) say(en.telling.newer(annotator.name, newer.join(', ')))
    const isRefused = isKnown || taken.length + newer.length > 0
    if (values.json) print(asJson(done))
    else if (!isRefused) {
      print(`${en.telling.answer({ ...annotator, verdicts, comments, isDone })}\n`)
      print(`${en.telling.files({ written: done.written, changed: done.changed, same: done.same })}\n`)
      if (replaced + withdrawn > 0) print(`${en.telling.tookPlace({ replaced, withdrawn })}\n`)
    }
    return isRead && !isRefused && unfit.length + failed.length === 0 ? 0 : 1
  },
)

async function bytesOf(name: string, ground: CommandGround): Promise<Uint8Array> {
  if (name === STANDARD) return ground.input(MAX_ANSWER_BYTES)
  return readBounded(disk, pathOf(name, ground), MAX_ANSWER_BYTES)
}
