import { dateOf } from '../../article/dateOfArticle.ts'
import type { Metadata, Source } from '../../article/metadata.ts'
import type { Said } from './libraries.ts'
import type { PageDocument } from './page.ts'

/** The fields of a page, each with where in the page it stands. */
export function fieldsOf(document: PageDocument, said: Said): Metadata {
  const linked = jsonLdOf(document)
  const metas = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? '').toLowerCase()
    const content = meta.getAttribute('content')?.trim()
    if (name && content && !metas.has(name)) metas.set(name, content)
  }
  const inMetas = new Set(metas.values())
  // Several authors are joined to one line.
  const isIn = (known: ReadonlySet<string>, value: string) =>
    known.has(value) || value.split(', ').every(part => known.has(part))
  const sourceOf = (value: string): Source =>
    isIn(linked.strings, value) ? 'json-ld' : isIn(inMetas, value) ? 'meta' : 'page'
  const field = (value: string | null | undefined, shown = value) => {
    const words = shown?.replace(/\s+/g, ' ').trim()
    return value && words ? { value: words.slice(0, LONGEST), by: sourceOf(value.trim()) } : undefined
  }

  const canonical = [...document.querySelectorAll('link[rel=canonical]')][0]?.getAttribute('href')
  const address = [canonical, metas.get('og:url')].find(one => one && /^https?:\/\//.test(one))
  const published =
    said.publishedTime ?? linked.published ?? metas.get('date') ?? metas.get('dc.date') ?? timeOf(document)
  const title = said.title || [...document.querySelectorAll('title')][0]?.textContent
  const found = {
    title: field(title),
    outlet: field(said.siteName),
    byline: field(said.byline),
    published: field(published, published && dateOf(published)),
    section: field(metas.get('article:section') ?? linked.section),
    language: field(said.lang),
    address: field(address),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

/** A field is a line, not a text. */
const LONGEST = 1000

/** The first time that the page marks as the article's own. */
function timeOf(document: PageDocument): string | null {
  for (const time of document.querySelectorAll('time[datetime][pubdate], time[datetime][itemprop=datePublished]'))
    return time.getAttribute('datetime')
  return null
}

/** Every string of a page's JSON-LD, and the first day of publication and the first section in it; null where there is none. */
interface JsonLd {
  readonly strings: ReadonlySet<string>
  readonly published: string | null
  readonly section: string | null
}

function jsonLdOf(document: PageDocument): JsonLd {
  const strings = new Set<string>()
  let published: string | null = null
  let section: string | null = null
  const gather = (value: unknown, key: string, depth: number): void => {
    if (typeof value === 'string') {
      strings.add(value.trim())
      if (key === 'datePublished') published ??= value.trim()
      if (key === 'articleSection') section ??= value.trim()
    } else if (typeof value === 'object' && value !== null && depth < DEEPEST)
      for (const [name, part] of Object.entries(value)) gather(part, Array.isArray(value) ? key : name, depth + 1)
  }
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      gather(JSON.parse(script.textContent ?? ''), '', 0)
    } catch {
      // Many pages get it wrong; then it says nothing.
    }
  }
  return { strings, published, section }
}

/** Levels of JSON-LD that are looked at. */
const DEEPEST = 20
