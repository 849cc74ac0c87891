import { Readability as Reader } from '@mozilla/readability'
import { DOMParser, parseHTML } from 'linkedom'
import type { PageDocument, PageElement } from './page.ts'

// The libraries' own types bring a browser's with them, which this room must not see.

/** Makes a page of its source. */
export const parse = parseHTML as unknown as (source: string) => { readonly document: PageDocument }

/** Makes a document of XML. No entity but those of XML itself is known, and nothing is fetched. */
export function parseXml(source: string): PageDocument {
  return new DOMParser().parseFromString(source, 'text/xml') as unknown as PageDocument
}

/** What Readability says of a page. */
export interface Said {
  readonly title?: string | null | undefined
  readonly byline?: string | null | undefined
  readonly siteName?: string | null | undefined
  readonly lang?: string | null | undefined
  readonly publishedTime?: string | null | undefined
  /** The element that holds the article. */
  readonly content?: PageElement | null | undefined
}

/** Finds the article in a page, and takes the page apart by it. */
export const Readability = Reader as unknown as new (
  page: PageDocument,
  choices: { readonly serializer: (article: PageElement) => PageElement },
) => { parse(): Said | null }
