import { elementsBelow, isElement, type PageElement, type PageNode, parsePage } from '../../importers/html/page.ts'
import { Problem } from '../../problems/problem.ts'
import type { Archive, ByteSource, Unpacked } from '../archive.ts'
import { headText, pageOfDownload } from './download.ts'
import { codesInOrder, countsWords, endsDocument, factivaArticle, factivaCodes } from './factivaFields.ts'
import { paragraphsOf, wordsOf } from './paragraphs.ts'
import { articlesOf, type Printed } from './printed.ts'

/** What Factiva saves as a page: a division for each article, in which parts have codes of two letters, or follow each other without any. */
export const factivaPage: Archive = {
  id: 'factiva-html/1',
  title: 'factivaPage',
  extensions: ['html', 'htm'],
  recognises: head => {
    const text = headText(head)
    if (beginning.test(text)) return /factiva/i.test(text)
    // Its styles may fill the beginning, so that no article stands there yet.
    const isCalled = /<title>\s*(?:Dow Jones )?Factiva\s*<\/title>/i.test(text)
    return isCalled && /[.#](?:modalNavGreen|enHeadline|articleParagraph|fcpNavContainer)\b/.test(text)
  },
  articles,
}

const beginning = /<div\b[^>]{0,200}\bclass=["']article ([a-z]{2})(?:cn|tw|CN|TW)?Article["'][^>]{0,200}>/

async function* articles(source: ByteSource): AsyncIterable<Unpacked> {
  yield* articlesOf(documentsIn(await pageOfDownload(source)), articleIn)
}

interface Document {
  readonly source: string
  readonly language: string
}

function* documentsIn(page: string): Iterable<Document> {
  const all = [...page.matchAll(new RegExp(beginning, 'g'))]
  for (const [i, match] of all.entries())
    yield { source: page.slice(match.index, all[i + 1]?.index ?? page.length), language: match[1]! }
}

function articleIn({ source, language }: Document): Printed {
  const { body } = parsePage(`<!doctype html><html><head></head><body>${source}</body></html>`)
  const codes = new Map(body ? (codedIn(body) ?? uncodedIn(body)) : [])
  if (!codes.has('AN')) throw new Problem('cannot-read', 'The file ends in the middle of this document.')
  codes.set('LA', [language])
  return factivaArticle(codes)
}

/** The parts by their codes, from rows with a code in the first cell; null where no row has any. */
function codedIn(body: PageElement): Map<string, string[]> | null {
  const codes = new Map<string, string[]>()
  for (const row of elementsBelow(body)) {
    if (row.localName !== 'tr') continue
    const [name, value] = cellsOf(row)
    const code = wordsOf(name).trim()
    if (value && factivaCodes.has(code)) codes.set(code, [...(codes.get(code) ?? []), ...paragraphsOf(value)])
  }
  return codes.has('HD') || codes.has('LP') || codes.has('TD') ? codes : null
}

function cellsOf(row: PageElement): PageElement[] {
  const cells: PageElement[] = []
  for (let cell = row.firstChild; cell; cell = cell.nextSibling) if (isElement(cell)) cells.push(cell)
  return cells
}

/** The parts by their order: a line each above the first paragraph, and the number below the last. */
function uncodedIn(body: PageElement): Map<string, string[]> {
  const head: string[] = []
  const text: string[] = []
  const codes = new Map<string, string[]>()
  for (const element of elementsBelow(body)) {
    const kinds = element.getAttribute('class') ?? ''
    if (/\barticleParagraph\b/.test(kinds)) text.push(...paragraphsOf(element))
    else if (element.localName === 'p' && endsDocument(wordsOf(element).trim())) {
      codes.set('AN', [wordsOf(element).trim()])
      break
    } else if (text.length === 0 && element.localName === 'div' && isLeaf(element)) {
      const words = wordsOf(element).trim()
      if (element.getAttribute('id') === 'hd' || hasHeadline(element)) codes.set('HD', [words])
      else if (kinds === 'author') codes.set('BY', [words])
      else if (words !== '' && !codes.has('HD')) codes.set('SE', [words])
      else if (words !== '') head.push(words)
    }
  }
  const counted = head.findIndex(words => countsWords.test(words))
  for (const [code, words] of codesInOrder(head.slice(Math.max(0, counted)))) codes.set(code, words)
  return codes.set('LP', text)
}

function hasHeadline(element: PageElement): boolean {
  for (const inner of elementsBelow(element)) if (/Headline\b/.test(inner.getAttribute('class') ?? '')) return true
  return false
}

/** Whether a division holds no other. */
function isLeaf(element: PageNode): boolean {
  for (const inner of elementsBelow(element)) if (inner.localName === 'div' || inner.localName === 'p') return false
  return true
}
