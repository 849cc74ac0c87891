import { toldWhys } from '../../shared/dataset/format.ts'
import { words as en } from '../../shared/words/words.ts'
import type { ExportDone } from '../dataset/exportDataset.ts'
import { sentenceOf } from './sentenceOf.ts'

/** Says what isn't in a dataset, by kind, and whether what was read back says the same. The receipt has each one, where there is one. */
export function sayLeftOut(
  { tally, readBack }: Pick<ExportDone, 'tally' | 'readBack'>,
  receipt: string | null,
  say: (said: string) => void,
): void {
  for (const { feature, done, count } of tally.leftOut) say(en.commandLine.leftOut(feature, done, count))
  if (tally.unplaced > 0) say(en.commandLine.unplaced(tally.unplaced))
  for (const { path, annotator, problem } of tally.unread)
    if (problem) say(en.commandLine.unread(layerAt(path, annotator), sentenceOf(problem)))
  for (const { path, annotator } of tally.ahead) say(en.commandLine.ahead(layerAt(path, annotator)))
  for (const why of toldWhys) {
    const count = tally.told.get(why) ?? 0
    if (count > 0) say(en.commandLine.toldOf[why](count))
  }
  if (receipt !== null && tally.leftOut.length + tally.told.size > 0) say(en.commandLine.receiptAt(receipt))
  if (!readBack) {
    say(en.commandLine.notReadBack)
    return
  }
  for (const { file, line, what } of readBack.untaken)
    say(en.commandLine.unread(line === null ? file : `${file}:${line}`, what))
  if (readBack.problem) say(sentenceOf(readBack.problem))
  say(
    readBack.isEqual
      ? en.commandLine.readBackEqual
      : en.commandLine.readBackDiffers(readBack.differing.slice(0, 20).join(', ')),
  )
}

/** How a layer is named where it is told of; null for the article itself, or its facts. */
export function layerAt(path: string, annotator: string | null): string {
  return annotator === null ? path : `${path} (${annotator})`
}
