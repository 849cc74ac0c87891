import type { Status } from '../annotation/annotation.ts'
import type { ListedField } from '../article/metadata.ts'
import { mayBeFrom, mayBeUntil } from '../codebook/dateBounds.ts'
import { words as en } from '../words/words.ts'

/** An article as a filter sees it; `known` is null for one that can't be read. */
export interface Filtered {
  /** Inside the workspace, with `/`. */
  readonly path: string
  readonly known: {
    readonly title: string
    readonly fields: Readonly<Partial<Record<ListedField, string | undefined>>>
    /** How far the work on it is; null where it wasn't begun. */
    readonly status: Status | null
  } | null
}

type Test = (article: Filtered) => boolean

/** Words of a filter: a name with what is asked of it, words in quotation marks, or one word. */
const asked = /([^\s:"]+):(?:"([^"]*)"?|(\S*))|"([^"]*)"?|(\S+)/gu

/**
 * What a filter asks of an article: every word of it stands in the path, the
 * title or a field; `outlet:gazette` asks one field alone, `outlet:"Harbour
 * Gazette"` for words with a space, `date:2031-03` and `date:2031-03..2031-05`
 * for when it was published, and `outlet:none` for articles of which it isn't
 * known. `status:done` asks how far the work on it is.
 */
export function makeArticleFilter(filter: string): Test {
  const tests = [...filter.matchAll(asked)].map(([word, name = '', quoted, bare, phrase]) => {
    const value = quoted ?? bare ?? ''
    if (isStatus(name)) return asksStatus(value)
    const field = fieldOf(name)
    return field ? asks(field, value) : stands(phrase ?? word)
  })
  return article => tests.every(test => test(article))
}

/** Names in a filter that ask for nothing that there is: what stands behind them is looked for as it is written. */
export function strangeNamesIn(filter: string): string[] {
  return [...filter.matchAll(asked)].flatMap(([, name]) =>
    name === undefined || isStatus(name) || fieldOf(name) ? [] : [name],
  )
}

/** Names that a filter may ask by. */
export function filterNames(): string[] {
  return [...Object.values(en.articles.fields).flat(), ...en.articles.statusField]
}

function isStatus(name: string): boolean {
  return en.articles.statusField.includes(name.toLowerCase())
}

function asksStatus(value: string): Test {
  const status = value.toLowerCase()
  if (status === '') return () => true
  const isDone = ({ known }: Filtered) => known?.status === 'done' || known?.status === 'adjudicated'
  if (status === en.articles.statusValues.done) return isDone
  if (status === en.articles.statusValues.open) return article => article.known !== null && !isDone(article)
  if (status === en.articles.unknownField) return ({ known }) => known !== null && known.status === null
  return ({ known }) => known?.status === status
}

function fieldOf(name: string): ListedField | undefined {
  const wanted = name.toLowerCase()
  return (Object.keys(en.articles.fields) as ListedField[]).find(field => en.articles.fields[field].includes(wanted))
}

function stands(words: string): Test {
  const wanted = words.toLowerCase()
  return ({ path, known }) => {
    const fields = known ? Object.values(known.fields).filter(one => one !== undefined) : []
    return [path, known?.title ?? '', ...fields].some(one => one.toLowerCase().includes(wanted))
  }
}

function asks(field: ListedField, value: string): Test {
  const wanted = value.toLowerCase()
  // What is still being typed leaves nothing out.
  if (wanted === '') return () => true
  if (wanted === en.articles.unknownField) return ({ known }) => known !== null && !known.fields[field]
  if (field === 'published') return ({ known }) => liesIn(known?.fields.published, wanted)
  return ({ known }) => known?.fields[field]?.toLowerCase().includes(wanted) ?? false
}

/** Whether a date may lie in a span of time, `2031-03` or `2031-03..2031-05`, either end of which may be left open. */
function liesIn(date: string | undefined, span: string): boolean {
  if (!date) return false
  const [from = '', until = from] = span.split('..')
  return (from === '' || mayBeFrom(date, from)) && (until === '' || mayBeUntil(date, until))
}
