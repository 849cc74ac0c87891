import type { Article, Block, Form, Zone } from '../../article/article.ts'
import { namesDay, namesWriter } from '../../article/bylines.ts'
import type { Metadata } from '../../article/metadata.ts'
import type { Line } from './lines.ts'

/** A line and what it is. */
export type Zoned = { readonly words: string; readonly zone: Zone; readonly form?: Form | undefined }

/** What each line is, by what its element says, by the fields that are known, and by where it stands. `isOfArticle` is null where all of them are the article's. */
export function zonesOf(
  lines: readonly Line[],
  metadata: Metadata,
  isOfArticle: ((line: Line) => boolean) | null = null,
): Zoned[] {
  const [title, byline] = [metadata.title?.value, metadata.byline?.value]
  const isArticle = lines.map(line => isOfArticle === null || isOfArticle(line))
  const first = isArticle.indexOf(true)
  const titleAt = lines.findIndex(({ words, level }) => level > 0 && title !== undefined && isAlike(words, title))
  // Without one that says what the page is called, the great heading at the top of the article is its title.
  const heading = titleAt !== -1 ? titleAt : lines.findIndex(({ level }, i) => level === 1 && i <= first + 1)
  return lines.map(({ words, says, form, hasTime }, i) => {
    const zone = (): Zone => {
      if (i === heading) return 'title'
      const isAtTop = i <= Math.max(heading, first) + 8
      if (isAtTop && i > heading && words.length < LONGEST_CREDIT) {
        if (namesWriter(words) || (byline !== undefined && isAlike(words, byline))) return 'byline'
        if (hasTime || namesDay(words)) return 'dateline'
      }
      return isArticle[i] ? (says ?? 'body') : 'boilerplate'
    }
    return { words, zone: zone(), form }
  })
}

/** Lines of a document, where the one near the top that says what the document is called is a heading, also if it only looks like one. */
export function withTitle<L extends Line>(lines: readonly L[], title: string | undefined): L[] {
  const isHeaded = title === undefined || lines.some(({ words, level }) => level > 0 && isAlike(words, title))
  const at = isHeaded ? -1 : lines.slice(0, TOP).findIndex(({ words }) => bare(words) === bare(title))
  return lines.map((line, i) => (i === at ? { ...line, says: 'heading', level: 1 } : line))
}

/** Lines among which a document says what it is called. */
const TOP = 5

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

/** The text of lines, each with a line end and a block of its own, and the words of their title; else that of the metadata. */
export function textOf(
  lines: readonly Zoned[],
  metadata: Metadata,
): Pick<Article, 'text' | 'title' | 'metadata'> & { readonly blocks: readonly Block[] } {
  let start = 0
  const text = lines.map(({ words }) => `${words}\n`).join('')
  const title = lines.find(({ zone }) => zone === 'title')?.words ?? metadata.title?.value ?? ''
  const blocks = lines.map(({ words, zone, form }) => {
    const block = { start, end: start + words.length + 1, zone, by: 'reader' as const, ...(form ? { form } : {}) }
    start = block.end
    return block
  })
  return { text, title, metadata, blocks }
}
