import { parsePage } from '../../importers/html/page.ts'
import type { Archive, ByteSource, Unpacked } from '../archive.ts'
import { headText, pageOfDownload } from './download.ts'
import { paragraphsOf } from './paragraphs.ts'
import { articlesOf } from './printed.ts'
import { isDocument, proquestArticle } from './proquestDocument.ts'

/** What ProQuest downloads as a page: documents with their count or a rule above each, their parts labelled. */
export const proquestPage: Archive = {
  id: 'proquest-html/1',
  title: 'proquestPage',
  extensions: ['html', 'htm'],
  recognises: head => {
    const text = headText(head)
    if (!/proquest/i.test(text)) return false
    return new RegExp(counted, 'i').test(text) || (labelled.test(text) && /ProQuest document (?:ID|link)/i.test(text))
  },
  articles,
}

const labelled = /<(?:strong|b)>\s*(?:Full text|Publication title|Publication info|Abstract)\s*:/i
const counted = />\s{0,20}Document \d{1,6} of \d{1,6}\s{0,20}</gi
const ruled = /<div\b[^>]{0,100}border-bottom:\s?2px solid #ccc[^>]{0,100}>/gi

async function* articles(source: ByteSource): AsyncIterable<Unpacked> {
  yield* articlesOf(documentsIn(await pageOfDownload(source)), read => proquestArticle(read()))
}

/** A way to the lines of each document: to read one may fail, and spoils no other. */
function* documentsIn(page: string): Iterable<() => readonly string[]> {
  const marks = [counted, ruled].map(mark => [...page.matchAll(mark)]).find(found => found.length > 0)
  const starts = marks?.map(({ index, 0: mark }) => (mark.startsWith('>') ? index + 1 : index)) ?? [0]
  for (const [i, start] of starts.entries()) {
    const source = page.slice(start, starts[i + 1])
    if (isDocument(source.replace(/<[^>]*>/g, '\n').split('\n'))) yield () => linesIn(source)
  }
}

/** A line for each paragraph, with an empty one behind it. */
function linesIn(source: string): string[] {
  const bare = source.replace(
    /<!doctype[^>]*>|<\/?(?:html|head|body)(?:\s[^>]*)?>|<(title|style)\b[^>]*>[^<]*<\/\1>/gi,
    '',
  )
  const { body } = parsePage(`<!doctype html><html><head></head><body>${bare}</body></html>`)
  return body ? paragraphsOf(body).flatMap(words => [...words.split('\n'), '']) : []
}
