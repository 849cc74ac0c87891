import { isElement, parsePage } from '../../importers/html/page.ts'
import { Problem } from '../../problems/problem.ts'
import type { Archive, ByteSource, Unpacked } from '../archive.ts'
import { headText, pageOfDownload } from './download.ts'
import { articleOf, type Part } from './nexisDocument.ts'
import { paragraphsOf } from './paragraphs.ts'
import { articlesOf } from './printed.ts'

/** What LexisNexis downloads as a page: each document between comments, a division for each part of it, labels in the language of the account. */
export const nexisPage: Archive = {
  id: 'nexis-html/1',
  title: 'nexisPage',
  extensions: ['html', 'htm'],
  recognises: head => beginning.test(headText(head)),
  articles,
}

/** The comments around a document, which hide the names of its parts from browsers. */
const beginning = /<DOC NUMBER=\d+>\s{0,20}<DOCFULL>\s{0,20}-->/i
const ending = /<\/DOCFULL>/i

async function* articles(source: ByteSource): AsyncIterable<Unpacked> {
  const page = await pageOfDownload(source)
  yield* articlesOf(documentsIn(page), document => {
    const end = document.search(ending)
    if (end === -1) throw new Problem('cannot-read', 'The file ends in the middle of this document.')
    return articleOf(partsOf(document.slice(0, end).replace(/<!--[^>]*$/, '')))
  })
}

/** What stands behind each beginning of a document, up to the next. */
function* documentsIn(page: string): Iterable<string> {
  let start = -1
  for (const match of page.matchAll(new RegExp(beginning, 'gi'))) {
    if (start !== -1) yield page.slice(start, match.index)
    start = match.index + match[0].length
  }
  if (start !== -1) yield page.slice(start)
}

/** The divisions of a document with words in them, without the count above it. */
function partsOf(source: string): Part[] {
  const { body } = parsePage(`<!doctype html><html><head></head><body>${source}</body></html>`)
  const parts: string[][] = []
  for (let child = body?.firstChild ?? null; child; child = child.nextSibling) {
    const paragraphs = isElement(child) ? paragraphsOf(child) : []
    if (paragraphs.length > 0) parts.push(paragraphs)
  }
  const isCount = /^\W*(?:\d+ \p{Ll}+ \d+ DOCUMENTS?|(?:Dokument|Documents?|Documento) \d+ \p{Ll}+ \d+)\W*$/iu
  return isCount.test(parts[0]?.join(' ') ?? '') ? parts.slice(1) : parts
}
