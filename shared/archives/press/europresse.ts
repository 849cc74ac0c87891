import { dateOf } from '../../article/dateOfArticle.ts'
import {
  elementsBelow,
  isElement,
  isText,
  type PageElement,
  type PageNode,
  parsePage,
} from '../../importers/html/page.ts'
import { Problem } from '../../problems/problem.ts'
import type { Archive, ByteSource, Unpacked } from '../archive.ts'
import { headText, pageOfDownload } from './download.ts'
import { paragraphsOf, wordsOf } from './paragraphs.ts'
import { articlesOf, oneLine, type Printed } from './printed.ts'

/**
 * What Europresse (Eureka) saves as a page: once a table for each article, with
 * spans for outlet, date and title and words between breaks; now an element
 * `article` each. Below both stands a certificate, which is nobody's text.
 */
export const europresse: Archive = {
  id: 'europresse-html/1',
  title: 'europresse',
  extensions: ['html', 'htm'],
  recognises: head => {
    const text = headText(head)
    return (
      publication.test(text) && /\bclass=["'][^"']{0,80}(?:titreArticleVisu|DocHeader|rdp__articletitle)\b/i.test(text)
    )
  },
  articles,
}

const publication = /<span\b[^>]{0,100}\bclass=["'](?:rdp__)?DocPublicationName["']/
const beginning = /<article\b[^>]{0,300}>/gi
const ending = '</article>'

async function* articles(source: ByteSource): AsyncIterable<Unpacked> {
  yield* articlesOf(documentsIn(await pageOfDownload(source)), articleIn)
}

interface Document {
  readonly source: string
  readonly isNew: boolean
}

function* documentsIn(page: string): Iterable<Document> {
  const elements = [...page.matchAll(beginning)]
  const starts = elements.length > 0 ? elements : [...page.matchAll(new RegExp(publication, 'g'))]
  for (const [i, { index }] of starts.entries())
    yield { source: page.slice(index, starts[i + 1]?.index ?? page.length), isNew: elements.length > 0 }
}

function articleIn({ source, isNew }: Document): Printed {
  const end = isNew ? source.indexOf(ending) : source.length
  const { body } = parsePage(
    `<!doctype html><html><head></head><body>${source.slice(0, end === -1 ? source.length : end)}</body></html>`,
  )
  const numbers = (body ? paragraphsOf(body) : []).filter(words => numberIn(words) !== '')
  // It stands behind words of its own, and once more in the certificate.
  const numbered = numbers.findLast(words => words.includes(':')) ?? numbers.at(-1)
  if (!body || end === -1 || numbered === undefined)
    throw new Problem('cannot-read', 'The file ends in the middle of this document.')
  const { said, text, notes, byline } = isNew ? newArticle(body) : oldArticle(body)
  const header = headerOf(
    oneLine(
      all(body, /^(?:rdp__)?DocHeader$/)
        .map(wordsWithin)
        .join(''),
    ),
  )
  return {
    number: numberIn(numbered),
    fields: {
      title: said,
      // The number of an issue stands behind the name of a magazine.
      outlet: wordsOf(all(body, /^(?:rdp__)?DocPublicationName$/)[0])
        .trim()
        .replace(/,\s*n[o°]\.?\s.*$/, ''),
      byline,
      ...header,
    },
    text,
    notes,
  }
}

interface Found {
  readonly said: string
  readonly byline: string
  readonly text: readonly string[]
  readonly notes: readonly string[]
}

function newArticle(body: PageElement): Found {
  const title = all(body, /^(?:titreArticleVisu|rdp__articletitle)\b/i)[0]
  const header = [...elementsBelow(body)].find(({ localName }) => localName === 'header')
  const section = [...elementsBelow(body)].find(({ localName }) => localName === 'section')
  // Lines of a head stand apart: those above the title, and the one below it, which says who wrote the article.
  const lines = header
    ? leavesOf(header).filter(
        leaf => !hasClass(leaf, /DocPublicationName|DocHeader/) && !isWithin(leaf, /DocPublicationName|DocHeader/),
      )
    : []
  const titleAt = lines.findIndex(leaf => leaf === title || isWithin(leaf, /titreArticleVisu|rdp__articletitle/i))
  const words = (some: readonly PageElement[]) => some.map(leaf => oneLine(wordsOf(leaf))).filter(one => one !== '')
  const authors = all(body, /^docAuthors\b/)
  const [byline = '', ...below] = authors.length > 0 ? words(authors) : words(lines.slice(titleAt + 1))
  const rights = [...elementsBelow(body)].find(({ localName }) => localName === 'small')
  return {
    said: wordsOf(title).trim(),
    byline,
    text: [...words(lines.slice(0, Math.max(0, titleAt))), ...below, ...(section ? paragraphsOf(section) : [])],
    notes: [...asideIn(body), ...(rights ? [oneLine(wordsOf(rights))] : [])].filter(one => one !== ''),
  }
}

/** Captions and notes beside an article, each behind what it is called there. */
function asideIn(body: PageElement): string[] {
  const aside = [...elementsBelow(body)].find(({ localName }) => localName === 'aside')
  const notes: string[] = []
  let name = ''
  for (const words of aside ? paragraphsOf(aside).map(oneLine) : []) {
    const [label, called = ''] = /^(Illustration|Note|Légende|Encadré)(?:\(s\)|s)?\s*:\s*/i.exec(words) ?? []
    if (label !== undefined) name = called.toUpperCase()
    const rest = words.slice(label?.length ?? 0)
    if (rest !== '') notes.push(name === '' ? rest : `${name}: ${rest}`)
  }
  return notes
}

function oldArticle(body: PageElement): Found {
  const nodes = childrenOf(body)
  const titleAt = nodes.findIndex(node => isElement(node) && hasClass(node, /^TitreArticleVisu$/i))
  const headerAt = nodes.findLastIndex(
    (node, i) => (i < titleAt || titleAt === -1) && isElement(node) && hasClass(node, /^DocHeader$/),
  )
  const above = titleAt === -1 ? [] : paragraphsOf(...nodes.slice(headerAt + 1, titleAt))
  const from = Math.max(titleAt, headerAt) + 1
  const authorEnd = endOfAuthor(nodes, from)
  const paragraphs = paragraphsOf(...nodes.slice(authorEnd))
  const numberAt = paragraphs.findLastIndex(
    (words, i) => numberIn(words) !== '' && /:/.test(words) && i < paragraphs.length,
  )
  const article = paragraphs.slice(0, numberAt === -1 ? paragraphs.length : numberAt)
  const rights = /^(?:©|copyright\b)/i.test(article.at(-1) ?? '') ? article.splice(-1) : []
  return {
    said: titleAt === -1 ? '' : wordsOf(nodes[titleAt] as PageElement).trim(),
    byline: paragraphsOf(...nodes.slice(from, authorEnd))
      .map(oneLine)
      .join(', '),
    text: [...above, ...article],
    notes: rights.map(oneLine),
  }
}

/** Behind the line that says who wrote an article: it alone ends in a break right above the first paragraph. */
function endOfAuthor(nodes: readonly PageNode[], from: number): number {
  let at = from
  while (isBreak(nodes[at]) || isSpace(nodes[at])) at++
  const isWords = (node: PageNode | undefined) =>
    node !== undefined && (isText(node) || (isElement(node) && /^(?:a|b|i|em|span|font)$/.test(node.localName)))
  while (isWords(nodes[at])) at++
  const brokenAt = at
  while (isBreak(nodes[at]) || isSpace(nodes[at])) at++
  const below = nodes[at]
  const isSigned =
    at > brokenAt && below !== undefined && isElement(below) && below.localName === 'p' && wordsOf(below).trim() === ''
  return isSigned && paragraphsOf(...nodes.slice(from, brokenAt)).join(' ').length < LONGEST_AUTHOR ? at : from
}

const LONGEST_AUTHOR = 150

function isBreak(node: PageNode | undefined): boolean {
  return node !== undefined && isElement(node) && node.localName === 'br'
}

function isSpace(node: PageNode | undefined): boolean {
  return node !== undefined && isText(node) && (node.textContent ?? '').trim() === ''
}

/** Section, day and page out of one line: “Politique, jeudi 5 octobre 2031, p. 03”, “Politics, Thursday, October 5, 2031”. */
function headerOf(line: string): Printed['fields'] {
  const parts = line.split(/,\s+/)
  const dateAt = parts.findIndex(
    (part, i) => (dateOf(part)?.length ?? 0) > 4 || isDay(`${part}, ${parts[i + 1] ?? ''}`),
  )
  if (dateAt === -1) return { section: null, published: null }
  const section = parts
    .slice(0, dateAt)
    .filter(part => !weekday.test(part))
    .join(', ')
  const page = parts.slice(dateAt + 1).flatMap(part => /^(?:p|pp|pg|page|S)\.?\s*(\S.*)$/i.exec(part)?.[1] ?? [])[0]
  return { section, published: dateOf(parts.slice(dateAt, dateAt + 2).join(', ')), page: page ?? null }
}

function isDay(words: string): boolean {
  return dateOf(words)?.length === 10 && /^\p{L}+ \d{1,2}, \d{4}/u.test(words)
}

const weekday =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)$/i

/** The database's own number: `news·20310304·HG·0q1503_1256056`. */
function numberIn(words: string): string {
  return /(?:^|\s)(\p{L}{2,20}·\d{8}·\S{1,40}·\S{1,60})$/u.exec(words)?.[1] ?? ''
}

function all(body: PageElement, kind: RegExp): PageElement[] {
  return [...elementsBelow(body)].filter(element => hasClass(element, kind))
}

function hasClass(element: PageElement, kind: RegExp): boolean {
  return kind.test((element.getAttribute('class') ?? '').trim())
}

/** Whether an element has one of a class below it. */
function isWithin(element: PageElement, kind: RegExp): boolean {
  return all(element, kind).length > 0
}

/** Words as they stand, with the spaces around them. */
function wordsWithin(element: PageElement): string {
  return element.textContent ?? ''
}

function childrenOf(parent: PageNode): PageNode[] {
  const children: PageNode[] = []
  for (let child = parent.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

/** The divisions and paragraphs below an element that hold no other. */
function leavesOf(root: PageElement): PageElement[] {
  const isBlock = ({ localName }: PageElement) => localName === 'div' || localName === 'p'
  return [...elementsBelow(root)].filter(element => isBlock(element) && ![...elementsBelow(element)].some(isBlock))
}
