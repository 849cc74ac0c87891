import type { Article } from '../../article/article.ts'
import { joinFields, type Metadata } from '../../article/metadata.ts'
import { fieldsOf } from './fields.ts'
import { Readability, type Said } from './libraries.ts'
import { type Line, linesOf } from './lines.ts'
import { elementsBelow, NUMBER, type PageDocument, parsePage } from './page.ts'
import { textOf, zonesOf } from './zonedLines.ts'

/**
 * The article of a page, out of its source: the lines that a person saw, one a
 * block. What Readability takes for the article is the article; the rest of the
 * page is there too, as boilerplate. Nothing is added to the words, so that a
 * title that stands nowhere on the page is a field and no text. `besides` are
 * fields that what the page is kept in speaks for. Throws Problem `cannot-read`
 * or `too-large` for what is no page that anybody wrote.
 */
export function articleOfPage(
  source: string,
  besides: Metadata = {},
): Pick<Article, 'text' | 'title' | 'metadata' | 'blocks'> {
  const page = parsePage(source)
  const { said, has } = articleIn(source)
  const metadata = joinFields(fieldsOf(page, said), besides)
  return textOf(zonesOf(page.body ? linesOf(page.body) : [], metadata, has), metadata)
}

/** What Readability takes for the article of a page. */
interface Found {
  readonly said: Said
  /** Whether a line of the page is in it; null where it finds no article. */
  readonly has: ((line: Line) => boolean) | null
}

/** Readability takes pages apart, so it gets one of its own. What it keeps is known again by its elements' numbers, or by its words where it made new elements for them. */
function articleIn(source: string): Found {
  const said = findArticle(parsePage(source))
  if (!said?.content) return { said: said ?? {}, has: null }
  const numbers = new Set<string>()
  for (const element of elementsBelow(said.content)) {
    const number = element.getAttribute(NUMBER)
    if (number !== null) numbers.add(number)
  }
  const paragraphs = new Set(linesOf(said.content).flatMap(({ words }) => (words.length > UNMISTAKABLE ? [words] : [])))
  return { said, has: line => [...line.numbers].some(number => numbers.has(number)) || paragraphs.has(line.words) }
}

/** Characters of a line that hardly stands twice on a page. */
const UNMISTAKABLE = 40

function findArticle(page: PageDocument): Said | null {
  try {
    return new Readability(page, { serializer: node => node }).parse()
  } catch {
    // It stumbles over pages of which it makes nothing; then the whole page is the article.
    return null
  }
}
