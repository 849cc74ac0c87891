import { dateOf } from '../../article/dateOfArticle.ts'
import { languageOf } from './languages.ts'
import { oneLine, type Printed } from './printed.ts'

/** An article of Factiva by the codes of its parts, each with its paragraphs: `HD` the headline, `LP` and `TD` the text. */
export type Codes = ReadonlyMap<string, readonly string[]>

/** Every code that Factiva puts before a part. */
export const factivaCodes: ReadonlySet<string> = new Set(
  'SE HD BY CR WC PD ET SN SC NGC GC ED PG VOL LA CY CX LP TD RF CO IN NS RE IPC IPD PUB AN ART CT CLM DLN RST'.split(
    ' ',
  ),
)

/** What stood beside an article, or was said of it later: captions, corrections, credits, whom to ask, further reading. */
const beside = ['ART', 'CX', 'CR', 'CT', 'RF']

/** An article out of its coded parts. What files it (`NS`, `RE`, `IN`, `CO`, `IPD`, counts of words) is the database's. */
export function factivaArticle(codes: Codes): Printed {
  const first = (code: string) => oneLine(codes.get(code)?.join(' ') ?? '')
  const section = first('SE') || first('CLM')
  const paragraphs = ['DLN', 'LP', 'TD'].flatMap(code => codes.get(code) ?? [])
  const notes = beside.filter(code => first(code) !== '').map(code => `${code}: ${first(code)}`)
  return {
    number: numberIn(first('AN')),
    fields: {
      title: first('HD'),
      outlet: first('SN'),
      byline: first('BY'),
      published: publishedOn(first('PD'), first('ET')),
      section,
      page: first('PG'),
      language: first('LA') && languageOf(first('LA')),
    },
    text: paragraphs,
    notes: first('CY') === '' ? notes : [...notes, rightsIn(first('CY'))],
  }
}

/** Whose the rights are; behind its code, where it doesn't say itself that it speaks of rights. */
function rightsIn(words: string): string {
  return /^(?:©|\(c\)|copyright\b)/i.test(words) ? words : `CY: ${words}`
}

/** The number of a document, which words in the language of the account may stand before: `Document HG00000020310304e734000a1`. */
export function numberIn(words: string): string {
  return numbered.exec(words)?.[1] ?? ''
}

/** An accession number: the code of the source, a day among digits, and what tells it from others. */
const numbered = /(?:^|\s)([A-Za-z][A-Za-z0-9]{3,}\d{8}[a-z0-9]{3,})$/

/** The end of a document where nothing is coded: its number behind one word. */
export function endsDocument(words: string): boolean {
  return /^\p{L}{2,12}\s+[A-Za-z][A-Za-z0-9]{3,}\d{8}[a-z0-9]{3,}$/u.test(words)
}

/** A day and, where there is one, the time of day. */
function publishedOn(day: string, time: string): string | null {
  const date = dateOf(day)
  const [, hour, minutes, half] = /(?:^|\s)(\d{1,2}):(\d{2})(?:\s*([AP])\.?M\b\.?)?/i.exec(time || day) ?? []
  if (date?.length !== 10 || hour === undefined) return date
  const inDay = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  return inDay < 24 && Number(minutes) < 60 ? `${date}T${String(inDay).padStart(2, '0')}:${minutes}` : date
}

/** How many words an article has, as Factiva says it in the language of the account. */
export const countsWords =
  /^\d[\d.,\u00a0\u202f ]{0,9}\s?(?:words?|Wörter|Worte|mots?|palabras?|parole|palavras?|woorden|字|語|слов\p{L}?|słów|ord)$/iu

/**
 * The coded parts of a head that shows no codes, by their order: how many
 * words, the day, perhaps the time, the outlet, its code, perhaps edition and
 * page, the language, and the rights. `lines` begin with the count of words.
 */
export function codesInOrder(lines: readonly string[]): Map<string, string[]> {
  const codes = new Map<string, string[]>()
  const put = (code: string, words: string | undefined) => words !== undefined && codes.set(code, [words])
  const dateAt = lines.findIndex((words, i) => i > 0 && i < 3 && dateOf(words) !== null)
  if (dateAt === -1) return codes
  put('PD', lines[dateAt])
  let at = dateAt + 1
  if (/^\d{1,2}:\d{2}\b/.test(lines[at] ?? '')) put('ET', lines[at++])
  put('SN', lines[at++])
  if (/^[A-Z0-9]{2,10}$/.test(lines[at] ?? '')) put('SC', lines[at++])
  const rest = lines.slice(at)
  const rightsAt = rest.findIndex(words => /^(?:©|\(c\)|copyright\b)/i.test(words))
  const between = rightsAt === -1 ? rest : rest.slice(0, rightsAt)
  put('CY', rest[rightsAt])
  put(
    'PG',
    between.findLast(words => /^[A-Z]{0,3}\d{1,4}[A-Z]?(?:[-,] ?\d{1,4})*$/.test(words)),
  )
  put(
    'LA',
    between.findLast(words => /^\p{L}[\p{L}() -]{2,30}$/u.test(words)),
  )
  return codes
}
