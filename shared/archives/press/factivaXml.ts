import { isElement, isText, type PageElement, type PageNode, refuseMonsters } from '../../importers/html/page.ts'
import { childrenOf, localNameOf, named, rootOf } from '../../importers/xml.ts'
import { Problem } from '../../problems/problem.ts'
import type { Archive, ByteSource, Unpacked } from '../archive.ts'
import { headText, pageOfDownload } from './download.ts'
import { factivaArticle } from './factivaFields.ts'
import { articlesOf, type Printed } from './printed.ts'

/** What Factiva hands out as XML: articles with their parts by name, and words that were searched for marked among the others. */
export const factivaXml: Archive = {
  id: 'factiva-xml/1',
  title: 'factivaXml',
  extensions: ['xml'],
  recognises: head => /<(?:\w+:)?(?:PPSResponse|ppsArticleResponse|ppsarticle)\b/.test(headText(head).slice(0, 4096)),
  articles,
}

const beginning = /<(?:\w+:)?ppsarticle(?:\s[^>]{0,500})?>/g
const ending = /<\/(?:\w+:)?ppsarticle>/

async function* articles(source: ByteSource): AsyncIterable<Unpacked> {
  yield* articlesOf(documentsIn(await pageOfDownload(source)), articleIn)
}

function* documentsIn(source: string): Iterable<string> {
  const all = [...source.matchAll(beginning)]
  for (const [i, { index, 0: begun }] of all.entries()) yield source.slice(index + begun.length, all[i + 1]?.index)
}

/** What parts are called here, by their codes elsewhere. */
const names: Readonly<Record<string, string>> = {
  accessionno: 'AN',
  baselanguage: 'LA',
  copyright: 'CY',
  headline: 'HD',
  leadparagraph: 'LP',
  tailparagraphs: 'TD',
  byline: 'BY',
  credit: 'CR',
  pages: 'PG',
  sourcename: 'SN',
  sectionname: 'SE',
  columnname: 'CLM',
  corrections: 'CX',
  correction: 'CX',
  contact: 'CT',
  notes: 'RF',
  artwork: 'ART',
}

function articleIn(source: string): Printed {
  const end = source.search(ending)
  if (end === -1) throw new Problem('cannot-read', 'The file ends in the middle of this document.')
  refuseMonsters(source)
  const [article] = named(rootOf(`<r>${source.slice(0, end)}</r>`), 'article')
  if (!article) throw new Problem('empty-text', 'There is no article in this document.')
  const codes = new Map<string, string[]>()
  for (const part of childrenOf(article)) {
    const name = localNameOf(part)
    const code = names[name]
    if (code) codes.set(code, [...(codes.get(code) ?? []), ...paragraphsIn(part)])
  }
  const printed = factivaArticle(codes)
  const [date] = named(article, 'publicationdate')
  const published = date && paragraphsIn(date).join(' ')
  return {
    ...printed,
    fields: { ...printed.fields, published: published ? dayIn(published) : null },
  }
}

/** A day with its time: midnight is no time of day here. */
function dayIn(said: string): string | null {
  const [day, time] = /\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z?)?/.exec(said) ?? []
  if (day === undefined) return null
  return time && /^T00:00:00/.test(time) ? day.slice(0, 10) : day
}

/** The paragraphs of a part; one that isn't laid out by lines has its white space counted once. */
function paragraphsIn(part: PageElement): string[] {
  const paragraphs = [...named(part, 'paragraph')]
  const all = paragraphs.length > 0 ? paragraphs : [part]
  return all
    .map(paragraph => {
      const words = wordsIn(paragraph)
      const isByLines = /^(?:fixed|preformatted)$/i.test(paragraph.getAttribute('display') ?? '')
      return isByLines ? words.replace(/^\s*\n|\s+$/g, '') : words.replace(/[ \t\r\n]+/g, ' ').trim()
    })
    .filter(words => words !== '')
}

function wordsIn(node: PageNode): string {
  let words = ''
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (isText(child)) words += child.textContent ?? ''
    else if (isElement(child)) words += localNameOf(child) === 'br' ? '\n' : wordsIn(child)
  }
  return words
}
