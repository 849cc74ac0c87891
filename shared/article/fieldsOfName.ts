import { nameParts } from '../archives/namePattern.ts'
import { type Field, type FieldName, isFieldValue, type Metadata } from './metadata.ts'

/** What a file's name can be made of: what unpacking puts into it, and what others do. */
const readParts = [...nameParts, 'byline', 'page', 'language'] as const
type ReadPart = (typeof readParts)[number]

/** The field that a part speaks for. A slug is made of a title and gives none back, and `name` is whatever is left. */
const fieldOf: Readonly<Record<ReadPart, FieldName | null>> = {
  date: 'published',
  outlet: 'outlet',
  section: 'section',
  slug: null,
  title: 'title',
  name: null,
  byline: 'byline',
  page: 'page',
  language: 'language',
}

/**
 * How names of articles usually begin, tried in this order. None says a title:
 * what follows the date is shortened as often as not, and the text says it better.
 */
const usualPatterns = [
  '{date}_{outlet}_{slug}',
  '{outlet}_{date}_{slug}',
  '{date} {name}',
  '{date}-{name}',
  '{date}_{name}',
] as const

/** The fields that a file's name says by the first usual pattern that it fits with a whole day; none where it doesn't begin so. */
export function fieldsByUsualName(fileName: string): Metadata {
  for (const pattern of usualPatterns) {
    const fields = fieldsOfName(pattern, fileName)
    if (/^(?:1[6-9]|2[01])\d\d-\d\d-\d\d$/.test(fields.published?.value ?? '')) return fields
  }
  return {}
}

/**
 * The fields that a file's name says by a pattern, as `{date}_{outlet}_{slug}`
 * does: the way back from `wordsByPattern`. The name comes without a folder;
 * its ending isn't looked at. All of it must fit, or it says nothing: each part
 * has a character at least and ends at the first mark that follows it in the
 * pattern; parts that stand side by side without a mark can't be told apart.
 * What isn't a part stands for itself.
 */
export function fieldsOfName(pattern: string, fileName: string): Metadata {
  const words = wordsOf(pattern, fileName.replace(/(?<=.)\.[^.]*$/, '').normalize('NFC'))
  if (!words) return {}
  const fields: Partial<Record<FieldName, Field>> = {}
  for (const [part, said] of words) {
    const name = fieldOf[part]
    const value = saidBy(part, said)
    if (value === null || (name && fields[name] && fields[name].value !== value)) return {}
    if (!name) continue
    if (!isFieldValue(name, value)) return {}
    fields[name] = { value, by: 'name' }
  }
  return fields
}

/** What stands in a name for each part of a pattern, in order; null where the name doesn't fit. */
function wordsOf(pattern: string, name: string): [ReadPart, string][] | null {
  const [first, ...rest] = piecesOf(pattern)
  if (!name.startsWith(first!.mark)) return null
  const words: [ReadPart, string][] = []
  let at = first!.mark.length
  for (const [i, { part, mark }] of rest.entries()) {
    const isLast = i === rest.length - 1
    if (mark === '' && !isLast) return null
    const end = isLast ? name.length - mark.length : endOf(part!, name, at, mark)
    if (end <= at || (isLast && !name.endsWith(mark))) return null
    words.push([part!, name.slice(at, end)])
    at = end + mark.length
  }
  return words
}

/** A date may hold the hyphens that set it off. -1 where no mark follows. */
function endOf(part: ReadPart, name: string, at: number, mark: string): number {
  if (part !== 'date') return name.indexOf(mark, at + 1)
  const end = at + (datesOf.exec(name.slice(at, at + 11))?.[1]?.length ?? 0)
  return name.startsWith(mark, end) ? end : -1
}

const datesOf = /^(\d{4}-\d{2}-\d{2}|\d{8}|\d{4}-\d{2}|\d{4})(?!\d)/

interface Piece {
  /** null for what stands before the first part. */
  readonly part: ReadPart | null
  /** What stands between this part and the next. */
  readonly mark: string
}

function piecesOf(pattern: string): Piece[] {
  const pieces: { part: ReadPart | null; mark: string }[] = [{ part: null, mark: '' }]
  let at = 0
  for (const found of pattern.normalize('NFC').matchAll(/\{([a-z]+)\}/g)) {
    const part = readParts.find(one => one === found[1])
    if (!part) continue
    pieces.at(-1)!.mark = found.input.slice(at, found.index)
    pieces.push({ part, mark: '' })
    at = found.index + found[0].length
  }
  pieces.at(-1)!.mark = pattern.normalize('NFC').slice(at)
  return pieces
}

/** What a part says; null where it can't be that. No part but a title and `name` holds the mark that sets parts off. */
function saidBy(part: ReadPart, words: string): string | null {
  if (part === 'name' || part === 'title') return words.trim()
  if (words.includes('_')) return null
  if (part === 'date') return dateOf(words)
  if (part === 'language') return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(words) ? words : null
  if (part === 'page') return words.trim()
  // Unpacking puts hyphens for spaces; a name with spaces of its own has the hyphens that it means.
  return /\s/.test(words.trim()) ? words.trim() : words.trim().replace(/-+/g, ' ').trim()
}

/** As `published` is written, or null. */
function dateOf(words: string): string | null {
  if (datesOf.exec(words)?.[1] !== words) return null
  return words.length === 8 ? words.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') : words
}
