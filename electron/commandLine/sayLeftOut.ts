import type { LeftOut } from '../../shared/dataset/fit.ts'
import { toldWhys } from '../../shared/dataset/format.ts'
import { words as en } from '../../shared/words/words.ts'
import type { ExportDone } from '../dataset/exportDataset.ts'
import { sentenceOf } from './sentenceOf.ts'

/** Says what isn't in a dataset, by kind, and whether what was read back says the same. The receipt has each one. */
export function sayLeftOut(
  { leftOut, notTaken, told, readBack }: ExportDone,
  receipt: string,
  say: (said: string) => void,
): void {
  const kinds = new Map<string, { readonly one: LeftOut; count: number }>()
  for (const one of leftOut) {
    const kind = `${one.feature} ${one.done}`
    const known = kinds.get(kind)
    if (known) known.count++
    else kinds.set(kind, { one, count: 1 })
  }
  for (const { one, count } of kinds.values()) say(en.commandLine.leftOut(one.feature, one.done, count))
  const unplaced = notTaken.filter(({ why }) => why === 'unplaced').length
  if (unplaced > 0) say(en.commandLine.unplaced(unplaced))
  for (const { path, annotator, problem } of notTaken)
    if (problem) say(en.commandLine.unread(annotator === null ? path : `${path} (${annotator})`, sentenceOf(problem)))
  for (const why of toldWhys) {
    const count = told.filter(one => one.why === why).length
    if (count > 0) say(en.commandLine.toldOf[why](count))
  }
  if (leftOut.length + told.length > 0) say(en.commandLine.receiptAt(receipt))
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
