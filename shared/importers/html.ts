import type { Article, Block, Zone } from '../article/article.ts'
import { namesDay, namesWriter } from '../article/bylines.ts'
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
import type { Importer } from './importer.ts'

const id = 'html/1'

/**
 * A page saved from a browser: the lines that a person saw, one a block. What
 * Readability takes for the article is the article; the rest of the page is
 * there too, as boilerplate. Nothing is added to the words, so that a title that
 * stands nowhere on the page is a field and no text.
 */
export const html: Importer = {
  id,
  title: 'Web page',
  extensions: extensions.html,

  read(bytes, chosen) {
    if (bytes.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', `${bytes.byteLength} bytes.`)
    const source = chosen === undefined ? decodePage(bytes) : decodeAs(bytes, chosen)
    const { encoding, encodingBy, invalidBytes } = source
    const page = parsePage(source.text)
    const { said, has } = articleIn(source.text)
    const metadata = fieldsOf(page, said)
    const zoned = zonesOf(page.body ? linesOf(page.body) : [], has, metadata.title?.value, metadata.byline?.value)
    const text = zoned.map(({ words }) => `${words}\n`).join('')
    const title = zoned.find(({ zone }) => zone === 'title')?.words ?? metadata.title?.value ?? ''
    return {
      ...{ reader: id, zoneRules: 1, text, blocks: blocksOf(zoned), title, metadata },
      ...{ encoding, encodingBy, invalidBytes, unseen: countUnseen(text), textInSidecar: true },
    } satisfies Article
  },

  skim(bytes) {
    const { text, blocks } = this.read(bytes)
    return { text, blocks: () => blocks }
  },
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

type Zoned = { readonly words: string; readonly zone: Zone }

function zonesOf(
  lines: readonly Line[],
  isOfArticle: Found['has'],
  title: string | undefined,
  byline: string | undefined,
): Zoned[] {
  const isArticle = lines.map(line => isOfArticle === null || isOfArticle(line))
  const first = isArticle.indexOf(true)
  const titleAt = lines.findIndex(({ words, level }) => level > 0 && title !== undefined && isAlike(words, title))
  // Without one that says what the page is called, the great heading at the top of the article is its title.
  const heading = titleAt !== -1 ? titleAt : lines.findIndex(({ level }, i) => level === 1 && i <= first + 1)
  return lines.map(({ words, says, hasTime }, i) => {
    const zone = (): Zone => {
      if (i === heading) return 'title'
      const isAtTop = i <= Math.max(heading, first) + 8
      if (isAtTop && i > heading && words.length < LONGEST_CREDIT) {
        if (namesWriter(words) || (byline !== undefined && isAlike(words, byline))) return 'byline'
        if (hasTime || namesDay(words)) return 'dateline'
      }
      return isArticle[i] ? (says ?? 'body') : 'boilerplate'
    }
    return { words, zone: zone() }
  })
}

/** Characters of a line that says who wrote an article, or when. */
const LONGEST_CREDIT = 120

/** Whether a line says what a field says, give or take a "By" before it or the outlet's name behind. */
function isAlike(line: string, field: string): boolean {
  const [one, other] = [bare(line), bare(field)]
  return (
    one === other ||
    (one.length >= 3 && other.length >= 3 && (one === `by${other}` || (one.length > 12 && other.startsWith(one))))
  )
}

function bare(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function blocksOf(lines: readonly Zoned[]): Block[] {
  let start = 0
  return lines.map(({ words, zone }) => {
    const block = { start, end: start + words.length + 1, zone, by: 'reader' as const }
    start = block.end
    return block
  })
}
