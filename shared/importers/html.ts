import type { Article } from '../article/article.ts'
import { MAX_ARTICLE_BYTES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { decodeAs } from '../text/decode.ts'
import { countUnseen } from '../text/unseen.ts'
import { extensions } from './extensions.ts'
import { decodePage } from './html/charset.ts'
import { fieldsOf } from './html/fields.ts'
import { Readability, type Said } from './html/libraries.ts'
import { type Line, linesOf } from './html/lines.ts'
import { elementsBelow, NUMBER, type PageDocument, parsePage } from './html/page.ts'
import { textOf, zonesOf } from './html/zonedLines.ts'
import type { Importer } from './importer.ts'

const id = 'html/1'

/**
 * A page saved from a browser: the lines that a person saw, one a block. What
 * Readability takes for the article is the article; the rest of the page is
 * there too, as boilerplate. Nothing is added to the words, so that a title that
 * stands nowhere on the page is a field and no text.
 */
export const html = {
  id,
  title: 'Web page',
  extensions: extensions.html,

  read(bytes: Uint8Array, chosen?: string): Article {
    if (bytes.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', `${bytes.byteLength} bytes.`)
    const source = chosen === undefined ? decodePage(bytes) : decodeAs(bytes, chosen)
    const { encoding, encodingBy, invalidBytes } = source
    const page = parsePage(source.text)
    const { said, has } = articleIn(source.text)
    const metadata = fieldsOf(page, said)
    const shown = textOf(zonesOf(page.body ? linesOf(page.body) : [], metadata, has), metadata)
    const unseen = countUnseen(shown.text)
    return { ...shown, reader: id, zoneRules: 1, encoding, encodingBy, invalidBytes, unseen, textInSidecar: true }
  },
} satisfies Importer

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
