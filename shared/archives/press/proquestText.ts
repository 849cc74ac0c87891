import type { Archive, ByteSource, Unpacked } from '../archive.ts'
import { headText, textOfDownload } from './download.ts'
import { articlesOf } from './printed.ts'
import { hasEnd, isDocument, labelOf, proquestArticle } from './proquestDocument.ts'

/** What ProQuest downloads as text: documents with a line of underscores between them, their parts labelled. */
export const proquestText: Archive = {
  id: 'proquest-text/1',
  title: 'proquestText',
  extensions: ['txt'],
  recognises: head => {
    const text = headText(head)
    if (!rule.test(text) || !/proquest/i.test(text)) return false
    return /^(?:Full text|Publication title|ProQuest document ID): /im.test(text)
  },
  articles,
}

const rule = /^_{20,200}[ \t]*$/m

async function* articles(source: ByteSource): AsyncIterable<Unpacked> {
  yield* articlesOf(documentsIn(await textOfDownload(source)), proquestArticle)
}

/** The lines of each document. One whose body has a line of underscores of its own is put together again. */
function* documentsIn(text: string): Iterable<readonly string[]> {
  let waiting: readonly string[] = []
  for (const part of text.split(new RegExp(rule, 'gm'))) {
    const lines = part.split(/\r\n|[\r\n]/)
    const begins = lines.some(line => labelOf(line)?.name === 'full text')
    if (waiting.length > 0 && begins) {
      yield waiting
      waiting = []
    }
    const whole = waiting.length > 0 ? [...waiting, '_'.repeat(60), ...lines] : lines
    if (waiting.length === 0 && !isDocument(lines)) continue
    if (hasEnd(lines)) {
      yield whole
      waiting = []
    } else waiting = whole
  }
  if (waiting.length > 0) yield waiting
}
