import { dateOf } from '../../article/dateOfArticle.ts'
import { Problem } from '../../problems/problem.ts'
import { languageOf } from './languages.ts'
import { oneLine, type Printed } from './printed.ts'

/** What ProQuest puts before parts of a document, in small letters. */
const labels: ReadonlySet<string> = new Set(
  `abstract|alternate title|author|author affiliation|business indexing term|classification|column|company / organization|company/organization|copyright|country of publication|credit|database|dateline|document feature|document type|document url|edition|first page|full text|full text availability|identifier / keyword|identifier/keyword|illustration|issn|issue|journal subject|language|language of publication|last updated|links|location|number of pages|notes|pages|people|place of publication|proquest document id|publication date|publication info|publication subject|publication title|publication year|publisher|related articles|section|source type|start page|subject|supplement|title|volume`.split(
    '|',
  ),
)

/** A line's label in small letters, and what follows it; null where it has none that the database writes. */
export function labelOf(line: string): { readonly name: string; readonly value: string } | null {
  const [all, name = ''] = /^\s*([A-Z][A-Za-z /]{2,30}?)\s?:(?=\s|$)/.exec(line) ?? []
  const plain = name.toLowerCase().replace(/\s+/g, ' ')
  return all !== undefined && labels.has(plain) ? { name: plain, value: line.slice(all.length).trim() } : null
}

/** Whether lines are a document: one that is none has no label that every document has. */
export function isDocument(lines: readonly string[]): boolean {
  return lines.some(line =>
    ['full text', 'proquest document id', 'publication title'].includes(labelOf(line)?.name ?? ''),
  )
}

/** Whether a document has its end, in which its number stands. */
export function hasEnd(lines: readonly string[]): boolean {
  return lines.some(line =>
    ['proquest document id', 'document url', 'publication title'].includes(labelOf(line)?.name ?? ''),
  )
}

/**
 * One document out of its lines, empty ones between paragraphs: the title above
 * everything, what is labelled, and the paragraphs behind “Full text:” up to the
 * labels at the end. What only sums up or files it is the database's.
 */
export function proquestArticle(lines: readonly string[]): Printed {
  if (!hasEnd(lines)) throw new Problem('cannot-read', 'The file ends in the middle of this document.')
  const textAt = lines.findIndex(line => labelOf(line)?.name === 'full text')
  const endAt = textAt === -1 ? -1 : endOfText(lines, textAt)
  const body = textAt === -1 ? [] : [labelOf(lines[textAt]!)!.value, ...lines.slice(textAt + 1, endAt)]
  const said = valuesIn(textAt === -1 ? lines : [...lines.slice(0, textAt), ...lines.slice(endAt)])
  const heading = lines.slice(0, textAt === -1 ? lines.length : textAt).find(isHeading)
  const first = (...names: string[]) => names.map(name => said.get(name)).find(value => value) ?? ''
  const language = first('language of publication', 'language')
  const address = first('document url')
  const paragraphs = body
    .join('\n')
    .split(/\n\s*\n/)
    .map(words => words.trim())
    .filter(words => words !== '')
  const rights = first('copyright')
  const illustration = first('illustration')
  return {
    number: /\d{5,}/.exec(first('proquest document id'))?.[0] ?? /\/docview\/(\d+)/.exec(address)?.[1] ?? '',
    fields: {
      title: first('title') || heading || null,
      // The place of publication stands behind the name.
      outlet: first('publication title').replace(/\s*;.*$/, ''),
      byline: first('author', 'credit'),
      published: dateOf(first('publication date')) ?? dateOf(first('publication year')),
      section: first('section', 'column'),
      page: first('first page', 'start page', 'pages'),
      language: language && languageOf(language),
      address,
    },
    text: paragraphs.length === 0 ? [] : [first('dateline'), ...paragraphs].filter(words => words !== ''),
    notes: [...(illustration ? [`ILLUSTRATION: ${illustration}`] : []), ...(rights ? [`Copyright: ${rights}`] : [])],
  }
}

/** A line that stands for itself above the labels: the title, which the database doesn't label there. */
function isHeading(line: string): boolean {
  const words = oneLine(line)
  return (
    words !== '' &&
    !labelOf(line) &&
    !/^(?:Document \d+ of \d+|https?:\/\/\S+|ProQuest document link|Find a copy|\[\w+\])$/i.test(words)
  )
}

/** Where the body ends: above the labels that stand without another line between them before the outlet's name. */
function endOfText(lines: readonly string[], textAt: number): number {
  const isLabel = (i: number) => labelOf(lines[i]!) !== null
  const named = lines.findLastIndex((line, i) => i > textAt && labelOf(line)?.name === 'publication title')
  let end = named === -1 ? lines.length : named
  for (let i = end - 1; i > textAt && (lines[i]!.trim() === '' || isLabel(i)); i--) end = i
  return end
}

/** What each label stands before, on one line; what follows on lines without a label belongs to it. A label that stands twice counts once. */
function valuesIn(lines: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  let last = ''
  for (const line of lines) {
    const label = labelOf(line)
    if (label) {
      last = values.has(label.name) ? '' : label.name
      if (last !== '') values.set(last, oneLine(label.value))
    } else if (last !== '' && line.trim() !== '') values.set(last, oneLine(`${values.get(last)} ${line}`))
  }
  return values
}
