import { type Format, saysAll } from '../dataset/format.ts'
import { read } from './jsonLines/read.ts'
import { articleOf, headOf, line, ownWords } from './jsonLines/write.ts'

/**
 * JSON Lines: the first line is the head of the dataset (what offsets count,
 * codebook, entities, annotators), and each line after it one article with all
 * that Stet knows of it.
 *
 * ```json
 * {"format": "stet-dataset", "formatVersion": 1, "offsetUnit": "codepoint", "annotators": [{"id": "ada"}], …}
 * {"path": "a.txt", "text": "…", "layers": [{"annotator": "ada", "annotations": […], "links": […]}]}
 * ```
 *
 * `comments` and `verdicts` of a layer look as in its file. Readers that don't
 * know them lose nothing else: whoever only discusses an article stands in its
 * `discussing`, beside `layers`, so that nobody takes them for an annotator who
 * found nothing. A head of a later version is refused.
 */
export const jsonLines: Format = {
  id: 'jsonl',
  extensions: ['jsonl'],
  makes: 'file',
  says: { ...saysAll, discussion: 'whole' },
  units: ['codepoint', 'utf16', 'utf8'],
  canLeaveTextOut: true,
  keepsIds: true,
  readBy: ['pandas 3.0.6'],
  write: (head, choices) => ({
    begin: () => [line(headOf(head, choices))],
    add: article => [{ ...line(articleOf(article, choices)), told: ownWords(article) }],
    end: () => [],
  }),
  read,
  looksLike: begin => /^\s*\{\s*"format"\s*:\s*"stet-dataset"/.test(begin),
}
