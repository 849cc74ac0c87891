import { MAX_ANSWER_BYTES } from '../../../shared/packet/answer.ts'
import { isAnyEarlier } from '../../../shared/packet/earlier.ts'
import { isAnnotatorId } from '../../../shared/sidecar/names.ts'
import { words as en } from '../../../shared/words/words.ts'
import { idOfAnswer, idOfSamePage } from '../../dataset/answerId.ts'
import { answersHere } from '../../dataset/answersHere.ts'
import { bringAnswer } from '../../dataset/bringAnswer.ts'
import { takeBack } from '../../dataset/takeBack.ts'
import { disk } from '../../disk/disk.ts'
import { readBounded } from '../../disk/readBounded.ts'
import { type CommandGround, commandOf, type ExitCode, STANDARD } from '../command.ts'
import { asJson } from '../json.ts'
import { pathOf } from '../names.ts'
import { sentenceOf } from '../sentenceOf.ts'
import { sayUnread, tellGroundAt } from '../tellWords.ts'
import { WrongUsage } from '../wrongUsage.ts'

/** `stet answer WORKSPACE ANSWER.json`: what somebody answered to a packet or a letter, as a layer of theirs; `--take-back ID` puts that away again. */
export const answer = commandOf(
  'answer',
  {
    as: { type: 'string' },
    'take-back': { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async ({ names, values }, command) => {
    const [root, file, ...rest] = names
    const back = values['take-back']
    if (root !== undefined && back !== undefined) {
      if (file !== undefined) throw new WrongUsage(en.commandLine.tooMany(file))
      return takenBack(pathOf(root, command), back, values.json === true, command)
    }
    if (root === undefined || file === undefined) throw new WrongUsage(en.commandLine.noFile('answer'))
    if (rest.length > 0) throw new WrongUsage(en.commandLine.tooMany(rest.join(' ')))
    const { say, print } = command
    if (values.as !== undefined && !isAnnotatorId(values.as)) throw new WrongUsage(en.telling.notAnId(values.as))
    const given = await command.datasetBench.run('answer', { bytes: await bytesOf(file, command) })
    const ground = await tellGroundAt(pathOf(root, command), command)
    const id = values.as ?? (await idOfSamePage(given, ground)) ?? idOfAnswer(given)
    const isDone = values['dry-run'] !== true
    const { made: _, ...done } = await bringAnswer(given, { id, write: isDone }, ground)
    const { annotator, verdicts, comments, earlier, taken, isKnown, newer, unfit, failed } = done
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
      if (done.aside !== '') print(`${en.telling.aside(done.aside)}\n`)
      if (isAnyEarlier(earlier)) print(`${en.telling.tookPlace(earlier)}\n`)
    }
    return isRead && !isRefused && unfit.length + failed.length === 0 ? 0 : 1
  },
)

/** Puts all that somebody answered out of the way. Gives the exit code. */
async function takenBack(root: string, id: string, isJson: boolean, command: CommandGround): Promise<ExitCode> {
  const { say, print } = command
  const ground = await tellGroundAt(root, command)
  const files = (await answersHere(ground, [id])).flatMap(one => one.files)
  if (files.length === 0) throw new WrongUsage(en.telling.noAnswerOf(id))
  const where = { disk, fence: ground.fence, now: ground.now, isOpen: () => false, annotator: null }
  const done = await takeBack(files, where)
  for (const { path, why } of done.kept) say(en.bring.notImportedOne(path, en.bring.keptWhy[why]))
  print(isJson ? asJson(done) : `${en.bring.takenBack(done.put, done.folder)}\n`)
  return done.kept.length === 0 ? 0 : 1
}

async function bytesOf(name: string, ground: CommandGround): Promise<Uint8Array> {
  if (name === STANDARD) return ground.input(MAX_ANSWER_BYTES)
  return readBounded(disk, pathOf(name, ground), MAX_ANSWER_BYTES)
}
