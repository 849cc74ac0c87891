import { decodePage } from '../../importers/html/charset.ts'
import { linesOf } from '../../importers/html/lines.ts'
import {
  isElement,
  isText,
  type PageElement,
  type PageNode,
  parsePage,
  refuseMonsters,
} from '../../importers/html/page.ts'
import { childrenOf, localNameOf, named, rootOf } from '../../importers/xml.ts'
import { MAX_ARTICLE_BYTES } from '../../limits.ts'
import { Problem } from '../../problems/problem.ts'
import type { ByteSource } from '../archive.ts'
import { rootIn } from './pieces.ts'

/** The source of a file of news, which is held whole. Throws a Problem where it is too large, or declares what might multiply. */
export async function xmlOf(source: ByteSource): Promise<string> {
  if (source.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', 'A file of this kind is read up to 64 MiB.')
  const { text } = decodePage(new Uint8Array(await source.slice(0)))
  if (/<!ENTITY/i.test(text.slice(0, rootIn(text)?.start ?? HEAD)))
    throw new Problem(
      'cannot-read',
      'The file declares names for texts of its own, which can multiply without end. It isn’t read.',
    )
  return withSigns(text)
}

/** More names than HTML has. */
const MAX_SIGNS = 3000

/** The signs that HTML has names for, and documents of news too, by declarations that are not fetched: `&mdash;` is one. */
function withSigns(source: string): string {
  const signs = new Map<string, string>()
  return source.replace(/&[a-z][a-z\d]{1,30};/gi, name => {
    if (!signs.has(name) && signs.size === MAX_SIGNS) return name
    const sign = signs.get(name) ?? parsePage(`<p>${name}</p>`).body?.textContent ?? name
    signs.set(name, sign)
    // What XML names itself it means as a text, and no mark of its own.
    return /[<>&"']/.test(sign) ? name : sign
  })
}

/** Characters within which a file without an element that could be found declares what it declares. */
const HEAD = 1024 * 1024

/** A file's beginning as text, for whoever looks what it is; '' for what is none. */
export function headOf(bytes: Uint8Array): string {
  try {
    return decodePage(bytes).text
  } catch (error) {
    if (error instanceof Problem) return ''
    throw error
  }
}

/** An element out of its source. Throws a Problem for what nests or repeats without measure. */
export function elementOf(source: string): PageElement {
  refuseMonsters(source)
  const root = rootOf(source)
  if (!root) throw new Problem('cannot-read', 'It is damaged.')
  return root
}

/** The first element of a name anywhere below. */
export function first(root: PageElement | null, name: string): PageElement | null {
  for (const element of named(root, name)) return element
  return null
}

/** The first element of a name right below. */
export function child(root: PageElement | null, name: string): PageElement | null {
  if (root) for (const element of childrenOf(root)) if (localNameOf(element) === name) return element
  return null
}

/** An element's words as one line; undefined where there are none. */
export function wordsOf(element: PageElement | null | undefined): string | undefined {
  return element?.textContent?.replace(/\s+/g, ' ').trim() || undefined
}

/** A text of paragraphs. */
export function textOf(paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n')
}

/** The paragraphs of HTML that stands in a file of news as a text. */
export function paragraphsOfHtml(source: string): string[] {
  const { body } = parsePage(source)
  return body ? linesOf(body).map(({ words }) => words) : []
}

/** A line in which signs may be written as HTML. */
export function lineOfHtml(words: string | undefined): string | undefined {
  return words && /&#?\w+;|<\/?\w/.test(words) ? paragraphsOfHtml(words).join(' ') || undefined : words
}

/** The paragraphs of NITF and of XHTML: white space counts once, cells of a row stand apart by a tab. */
export function paragraphsOf(root: PageElement): string[] {
  const paragraphs: string[] = []
  let words = ''
  const end = () => {
    const shown = words.trim()
    if (shown !== '') paragraphs.push(shown)
    words = ''
  }
  const visit = (node: PageNode) => {
    if (isText(node)) {
      const collapsed = (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ')
      words += words === '' || /[ \t]$/.test(words) ? collapsed.replace(/^ /, '') : collapsed
    }
    if (!isElement(node)) return
    const name = localNameOf(node)
    if (unseen.has(name)) return
    if (name === 'td' || name === 'th') {
      if (words !== '') words = `${words.trimEnd()}\t`
      return visitAll(node)
    }
    if (!inline.has(name)) end()
    visitAll(node)
    if (!inline.has(name)) end()
  }
  const visitAll = (parent: PageNode) => {
    for (let inner = parent.firstChild; inner; inner = inner.nextSibling) visit(inner)
  }
  visitAll(root)
  end()
  return paragraphs
}

/** What a reader of the article doesn't see. */
const unseen: ReadonlySet<string> = new Set(
  'head script style template media-object media-metadata media-reference custom-table'.split(' '),
)

/** What stands in a paragraph with the words around it, in XHTML and in NITF; everything else is a paragraph, or several. */
const inline: ReadonlySet<string> = new Set(
  [
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr',
    'byttl person location org money num chron copyrite copyrite.year copyrite.holder event function object.title virtloc classifier lang pronounce alt-code postaddr name.given name.family city state region country sublocation frac frac-num frac-sep frac-den story.date correction nitf-col',
  ].flatMap(names => names.split(' ')),
)
