import { type Format, saysAll } from '../dataset/format.ts'
import { readConllu } from './conllu/read.ts'

/**
 * CoNLL-U, as Universal Dependencies and CorefUD have it: read only. What
 * stands over words is in the last column: `Entity=(e1-person`, `Entity=e1)`,
 * `Claim=` in the same way, and any key whose values are labels such as `B-PER`.
 * Every rule of the format that a line breaks is told with the line, and the
 * rest is read. Lemmas, features and dependencies are not taken.
 */
export const conllu: Format = {
  id: 'conllu',
  extensions: ['conllu'],
  makes: 'file',
  says: saysAll,
  units: [],
  canLeaveTextOut: false,
  keepsIds: false,
  readBy: [],
  read: readConllu,
  looksLike: (begin, name) =>
    /\.conllu$/i.test(name) || /^1(?:-\d+)?\t[^\t\n]+(?:\t[^\t\n]+){7}\t[^\t\n]+$/m.test(begin.replaceAll('\r', '')),
}
