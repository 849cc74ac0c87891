import { words as en } from '../../shared/words/words.ts'
import type { ExportDone } from '../state/exporting.ts'

/** A receipt as words, to be pasted into a mail or a log; its file has everything. */
export function receiptInWords(done: ExportDone): string {
  const { articles, annotations, links } = done
  const { name, receipt, readBack, split, leftOut, told, unplaced, unread, ahead, files, filesNamed } = done
  return [
    en.exporting.written(name),
    en.exporting.summary(articles, annotations, links),
    ...(split ? [en.exporting.partsOf(split.parts)] : []),
    readBack === null
      ? en.exporting.notReadBack
      : readBack.isEqual
        ? en.exporting.equal
        : readBack.differing > 0
          ? en.exporting.notEqual(readBack.differing)
          : en.exporting.backUnread,
    ...(receipt === null ? [en.exporting.noReceipt] : [en.exporting.receiptAt(receipt)]),
    ...leftOut.map(({ feature, done, count }) =>
      en.exporting.leftOutLine(en.datasets.features[feature], en.datasets.done[done], count),
    ),
    ...told.map(({ why, count }) => en.exporting.told[why](count)),
    ...(unplaced > 0 ? [en.exporting.unplaced(unplaced)] : []),
    ...(unread > 0 ? [en.exporting.unread(unread)] : []),
    ...(ahead > 0 ? [en.exporting.ahead(ahead)] : []),
    `${en.exporting.files(files)}, ${en.exporting.hash}:`,
    ...filesNamed.map(({ file, sha256 }) => `${sha256}  ${file || name}`),
    ...(filesNamed.length < files ? [en.exporting.notAll(filesNamed.length)] : []),
  ].join('\n')
}
