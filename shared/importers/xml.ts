import { dateOf } from '../article/dateOfArticle.ts'
import type { FieldName, Metadata } from '../article/metadata.ts'
import { Problem } from '../problems/problem.ts'
import { parseXml } from './html/libraries.ts'
import { elementsBelow, isElement, type PageElement, type PageNode } from './html/page.ts'

/** A document of XML as its outermost element; null where there is none. */
export function rootOf(source: string): PageElement | null {
  return parseXml(source.replace(/^\ufeff/, '')).documentElement ?? null
}

/** An element's name without the prefix of its namespace, in small letters. */
export function localNameOf(element: PageElement): string {
  return element.localName.replace(/^.*:/, '').toLowerCase()
}

/** The elements right below one, in order. */
export function* childrenOf(element: PageNode): Iterable<PageElement> {
  for (let child = element.firstChild; child; child = child.nextSibling) if (isElement(child)) yield child
}

/** The elements anywhere below one that have a name, in order; none below null. */
export function* named(root: PageElement | null, name: string): Iterable<PageElement> {
  if (root) for (const element of elementsBelow(root)) if (localNameOf(element) === name) yield element
}

/** Documents nest some dozens deep; what nests deeper is made to hurt. */
const MAX_DEPTH = 500

/** Throws Problem `cannot-read` for XML that nests deeper than anybody writes, or that declares what might multiply; looked at before it is parsed. */
export function refuseMonstrousXml(source: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(source.slice(0, HEAD)))
    throw new Problem('cannot-read', 'The document declares entities of its own, which no office program does.')
  let open = 0
  for (const [, end, closed] of source.matchAll(/<(\/?)[\p{L}_][^<>]*?(\/?)>/gu)) {
    if (!closed) open = end ? Math.max(0, open - 1) : open + 1
    if (open > MAX_DEPTH) throw new Problem('cannot-read', `The document nests more than ${MAX_DEPTH} levels deep.`)
  }
}

/** Characters within which a document that declares anything does so. */
const HEAD = 100_000

/** What a document's head says of it, by which of its elements says which field; a date to the day where `isToTheDay`, since the hour is the program's. */
export function headFields(
  head: PageElement | null,
  names: Readonly<Record<string, FieldName>>,
  isToTheDay = false,
): Metadata {
  const metadata: { [F in FieldName]?: Metadata[F] } = {}
  for (const element of head ? elementsBelow(head) : []) {
    const name = localNameOf(element)
    const field = Object.hasOwn(names, name) ? names[name] : undefined
    const words = element.textContent?.replace(/\s+/g, ' ').trim()
    const date = field === 'published' && words ? dateOf(words) : null
    const value = field === 'published' ? (isToTheDay ? date?.slice(0, 10) : date) : words
    if (field && value && !metadata[field]) metadata[field] = { value: value.slice(0, 1000), by: 'head' }
  }
  return metadata
}
