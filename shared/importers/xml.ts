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
