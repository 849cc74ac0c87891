import type { ListedField } from '../../shared/article/metadata.ts'
import { mayBeFrom, mayBeUntil } from '../../shared/codebook/dateBounds.ts'
import type { ArticleRow } from '../../shared/contract/contract.ts'
import { words as en } from '../../shared/words/words.ts'

type Test = (row: ArticleRow) => boolean

/**
 * What a filter asks of an article: every word of it stands in the path, the
 * title or a field; `outlet:gazette` asks one field alone, `outlet:"Harbour
 * Gazette"` for words with a space, `date:2031-03` and `date:2031-03..2031-05`
 * for when it was published, and `outlet:none` for articles of which it isn't known.
 */
export function makeArticleFilter(filter: string): Test {
  const tests = [...filter.matchAll(/([^\s:"]+):(?:"([^"]*)"?|(\S*))|"([^"]*)"?|(\S+)/gu)].map(
    ([word, name = '', quoted, bare, phrase]) => {
      const field = fieldOf(name)
      return field ? asks(field, quoted ?? bare ?? '') : stands(phrase ?? word)
    },
  )
  return row => tests.every(test => test(row))
}

function fieldOf(name: string): ListedField | undefined {
  const asked = name.toLowerCase()
  return (Object.keys(en.articles.fields) as ListedField[]).find(field => en.articles.fields[field].includes(asked))
}

function stands(words: string): Test {
  const asked = words.toLowerCase()
  return ({ path, known }) => {
    const fields = known ? Object.values(known.fields) : []
    return [path, known?.title ?? '', ...fields].some(one => one.toLowerCase().includes(asked))
  }
}

function asks(field: ListedField, value: string): Test {
  const asked = value.toLowerCase()
  // What is still being typed leaves nothing out.
  if (asked === '') return () => true
  if (asked === en.articles.unknownField) return ({ known }) => known !== null && !known.fields[field]
  if (field === 'published') return ({ known }) => liesIn(known?.fields.published, asked)
  return ({ known }) => known?.fields[field]?.toLowerCase().includes(asked) ?? false
}

/** Whether a date may lie in a span of time, `2031-03` or `2031-03..2031-05`, either end of which may be left open. */
function liesIn(date: string | undefined, span: string): boolean {
  if (!date) return false
  const [from = '', until = from] = span.split('..')
  return (from === '' || mayBeFrom(date, from)) && (until === '' || mayBeUntil(date, until))
}
