import { isDate } from '../codebook/isDate.ts'

/** What can be known of an article beside its text. */
export const fieldNames = ['title', 'outlet', 'byline', 'published', 'section', 'page', 'language', 'address'] as const
export type FieldName = (typeof fieldNames)[number]

/**
 * Where a field was found, what is believed first first: a person said it, or
 * the archive that the article was unpacked from; it stands in a page's
 * JSON-LD, its meta tags, elsewhere in the page, in the head that a file has
 * before its text, in the file's name, or in a line of the text.
 */
export const sources = ['person', 'archive', 'json-ld', 'meta', 'page', 'head', 'name', 'text'] as const
export type Source = (typeof sources)[number]

/** One line. `published` is as precise as it is known: `2031`, `2031-03`, `2031-03-04`, or with the time of day. */
export interface Field {
  readonly value: string
  readonly by: Source
}

/** The fields of an article that something speaks for. */
export type Metadata = Readonly<Partial<Record<FieldName, Field>>>

/** The fields by which a list of articles is filtered; the title it shows. */
export const listedFields = [
  'outlet',
  'byline',
  'published',
  'section',
  'page',
  'language',
] as const satisfies FieldName[]
export type ListedField = (typeof listedFields)[number]

/** Characters of a field, at most: it is a line and not a text. */
export const LONGEST_FIELD = 1000

/** How `published` is written: a year, a month, a day, or a day with its time and perhaps its zone. */
export const PUBLISHED = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/

/** Whether words say when something was published, in the way that `published` does, and name a day and a time that there are. */
export function isPublished(words: string): boolean {
  if (!PUBLISHED.test(words)) return false
  const [day, time] = words.split('T')
  const [clock = ''] = (time ?? '').split(/[Z+-]/)
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  const isMonth = Number(day!.slice(5, 7) || 1) <= 12
  return isMonth && isDate(day!) && hours < 24 && minutes < 60 && seconds < 61
}

/** Whether words can be the value of a field: one line that says something, and of `published` a date. */
export function isFieldValue(name: FieldName, words: string): boolean {
  if (words.trim() === '' || words.length > LONGEST_FIELD || /[\r\n\u2028\u2029]/.test(words)) return false
  return name !== 'published' || isPublished(words)
}

/** Of each field what is to be believed most, by its source; of one source what is given first. */
export function joinFields(...given: readonly Metadata[]): Metadata {
  const joined: Partial<Record<FieldName, Field>> = {}
  for (const name of fieldNames) {
    const said = given.flatMap(metadata => metadata[name] ?? [])
    const best = said.sort((a, b) => sources.indexOf(a.by) - sources.indexOf(b.by))[0]
    if (best) joined[name] = best
  }
  return joined
}
