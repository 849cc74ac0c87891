import type { Archive, ByteSource, Unpacked } from '../archive.ts'
import { headText, textOfDownload } from './download.ts'
import { articleOf } from './nexisDocument.ts'
import { labelOf } from './nexisLabels.ts'
import { articlesOf } from './printed.ts'
import { unwrapped, wrappedAt } from './unwrapped.ts'

/**
 * What LexisNexis downloads as text: documents with their count above each
 * (“3 of 10 DOCUMENTS”), labels in capitals in the language of the account,
 * and lines wrapped at a column. Paragraphs stand apart by empty lines.
 */
export const nexisText: Archive = {
  id: 'nexis-text/1',
  title: 'nexisText',
  extensions: ['txt'],
  recognises: head => {
    const text = headText(head)
    const first = countsIn(text).next()
    return !first.done && hasLabels(text.slice(first.value.end))
  },
  articles,
}

async function* articles(source: ByteSource): AsyncIterable<Unpacked> {
  const text = await textOfDownload(source)
  const counts = [...countsIn(text)]
  const width = wrappedAt(runsOf(text.slice(counts[0]?.end, counts[Math.min(counts.length - 1, 100)]?.end)))
  let ends = 0
  yield* articlesOf(counts.keys(), place => {
    const until = counts[place + 1]?.start ?? text.length
    const parts = [...runsOf(text.slice(counts[place]!.end, until))].map(lines => [unwrapped(lines, width)])
    const isLast = place === counts.length - 1
    // One that ends without a date, a language or rights is cut off where all others have such an end.
    return articleOf(parts, below => {
      if (below > 0) ends++
      return isLast && below === 0 && counts.length > 1 && ends === counts.length - 1
    })
  })
}

/** The lines that count documents, in order: in capitals wherever they stand, else only in the middle of the line. UTF-16 offsets, `end` behind the line's words. */
function* countsIn(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (const match of text.matchAll(count)) {
    const start = match.index
    if (match[1] !== undefined || match[2]!.length >= INDENTED) yield { start, end: start + match[0].length }
  }
}

/** Spaces before a count that stands in the middle of its line. */
const INDENTED = 8
const count =
  /^[ \t]{0,80}(\d{1,6} (?:of|de|von|van|di) \d{1,6} DOCUMENT(?:S|OS|E|EN|I)?)[ \t]{0,80}$|^([ \t]{0,80})(?:Dokument|Documents?|Documento) \d{1,6} (?:von|de|sur|van|di|of) \d{1,6}[ \t]{0,80}$/gm

/** Whether labels of the database stand among the first lines of a document. */
function hasLabels(text: string): boolean {
  let count = 0
  for (const lines of runsOf(text)) {
    const label = labelOf(lines[0]!)
    if (label && label.name === label.name.toUpperCase() && label.value !== '') return true
    if (++count > 200) return false
  }
  return false
}

/** Lines without an empty one between, together. */
function* runsOf(text: string): Iterable<string[]> {
  let run: string[] = []
  for (const line of text.split(/\r\n|[\r\n\f]/)) {
    if (line.trim() !== '') run.push(line)
    else if (run.length > 0) {
      yield run
      run = []
    }
  }
  if (run.length > 0) yield run
}
