import { namesWriter } from '../../article/bylines.ts'
import { dateOf } from '../../article/dateOfArticle.ts'
import { readRtf } from '../../importers/rtf/document.ts'
import { Problem } from '../../problems/problem.ts'
import type { Archive, ByteSource, Unpacked } from '../archive.ts'
import { heldDownload } from './download.ts'
import {
  type Codes,
  codesInOrder,
  countsWords,
  endsDocument,
  factivaArticle,
  factivaCodes,
  numberIn,
} from './factivaFields.ts'
import { linesOf } from './nexisRtf.ts'
import { articlesOf, oneLine, type Printed } from './printed.ts'

/** What Factiva saves as rich text: with codes, a row of a table for each part; without, a line for each. Each article ends with its number. */
export const factivaRtf: Archive = {
  id: 'factiva-rtf/1',
  title: 'factivaRtf',
  extensions: ['rtf'],
  recognises: (head, name) => {
    const found = linesOf(head)
    if (!found) return false
    const lines = found.slice(0, TELLING)
    const codes = new Set(lines.flatMap(line => codeOf(line)?.code ?? []))
    if (['HD', 'PD', 'SN', 'WC'].filter(code => codes.has(code)).length >= 3 || headAt(lines.map(oneLine)) !== -1)
      return true
    // A picture may fill the beginning; then its name tells, as long as nobody has changed it.
    return lines.length === 0 && /^Factiva-\d{8}-\d{4}/i.test(name)
  },
  articles,
}

/** Lines at the beginning that may tell what a file is. */
const TELLING = 400

async function* articles(source: ByteSource): AsyncIterable<Unpacked> {
  const { lines } = readRtf(await heldDownload(source))
  yield* articlesOf(documentsIn(lines.map(({ words }) => words)), articleIn)
}

/** The lines of each document, its number last. What follows the last is the search that found them. */
function* documentsIn(lines: readonly string[]): Iterable<readonly string[]> {
  let document: string[] = []
  for (const line of lines) {
    document.push(line)
    const coded = codeOf(line)
    if (endsDocument(oneLine(line)) || (coded?.code === 'AN' && numberIn(oneLine(coded.words)) !== '')) {
      yield document
      document = []
    }
  }
  if (document.some(line => codeOf(line)?.code === 'HD') || headAt(document.map(oneLine)) !== -1) yield document
}

/** A code at the beginning of a row, and the words in its other cell. */
function codeOf(line: string): { readonly code: string; readonly words: string } | null {
  const [, code = '', words = ''] = /^([A-Z]{2,3})[ \u00a0]*(?:\t([\s\S]*))?$/.exec(line) ?? []
  return factivaCodes.has(code) ? { code, words } : null
}

function articleIn(lines: readonly string[]): Printed {
  const last = lines.at(-1) ?? ''
  if (numberIn(oneLine(last)) === '') throw new Problem('cannot-read', 'The file ends in the middle of this document.')
  const isCoded = lines.some(line => codeOf(line)?.code === 'HD')
  return factivaArticle(isCoded ? codedIn(lines) : uncodedIn(lines))
}

function codedIn(lines: readonly string[]): Codes {
  const codes = new Map<string, string[]>()
  let last = ''
  for (const line of lines) {
    const coded = codeOf(line)
    if (coded) last = coded.code
    const words = (coded ? coded.words : line).trim()
    if (words !== '' && last !== '') codes.set(last, [...(codes.get(last) ?? []), words])
  }
  return codes
}

/** Where the count of words stands that a day follows; -1 where it stands nowhere. */
function headAt(lines: readonly string[]): number {
  return lines.findIndex((words, i) => countsWords.test(words) && dateOf(lines[i + 1] ?? '')?.length === 10)
}

/** Lines above the body, at most, behind the count of words. */
const HEAD = 12

function uncodedIn(lines: readonly string[]): Codes {
  const said = lines.map(oneLine)
  const at = headAt(said)
  if (at === -1) return new Map()
  const below = said.slice(at, at + HEAD)
  const rightsAt = below.findIndex(words => /^(?:©|\(c\)|copyright\b)/i.test(words))
  const head = below.slice(0, rightsAt === -1 ? 5 : rightsAt + 1)
  const codes = codesInOrder(head)
  const [section, title, byline] = aboveOf(said.slice(0, at))
  for (const [code, words] of [
    ['SE', section],
    ['HD', title],
    ['BY', byline],
  ] as const)
    if (words) codes.set(code, [words])
  const text = lines.slice(at + head.length, -1).map(words => words.trim())
  // The publisher stands below the text and is named in its rights, too.
  const publisher = text.at(-1) ?? ''
  const rights = codes.get('CY')?.[0] ?? ''
  if (publisher !== '' && publisher.length < 100 && rights.includes(publisher.replace(/\W+$/, ''))) text.pop()
  return codes
    .set(
      'LP',
      text.filter(words => words !== ''),
    )
    .set('AN', [said.at(-1)!])
}

/** What stands above the count of words: perhaps the section, the title, perhaps who wrote it. */
function aboveOf(lines: readonly string[]): [section: string, title: string, byline: string] {
  const all = lines.filter(words => words !== '')
  const last = all.at(-1) ?? ''
  const isSigned = all.length > 2 || (all.length === 2 && (namesWriter(last) || last.length * 2 < all[0]!.length))
  const titled = isSigned ? all.slice(0, -1) : all
  const title = titled.at(-1) ?? ''
  return [titled.slice(0, -1).join(' '), title, isSigned ? last : '']
}
