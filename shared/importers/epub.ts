import type { Article } from '../article/article.ts'
import type { FieldName } from '../article/metadata.ts'
import { MAX_ARTICLE_BYTES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { countUnseen } from '../text/unseen.ts'
import { extensions } from './extensions.ts'
import { type Line, linesOf } from './html/lines.ts'
import { type PageElement, refuseMonsters } from './html/page.ts'
import { textOf, zonesOf } from './html/zonedLines.ts'
import type { Importer } from './importer.ts'
import { type Unzipped, unzip } from './unzip.ts'
import { headFields, named, rootOf } from './xml.ts'

const id = 'epub/1'

/** An electronic book as one article: its chapters in the order in which it is read. */
export const epub = {
  id,
  title: 'Electronic book',
  extensions: extensions.epub,

  read(bytes: Uint8Array): Article {
    if (bytes.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', `${bytes.byteLength} bytes.`)
    const files = unzip(bytes, name => /\.(?:opf|x?html?|xml)$/i.test(name))
    if (files.has('META-INF/encryption.xml') && files.has('META-INF/rights.xml'))
      throw new Problem('cannot-read', 'The book is locked against copying, so that its text cannot be read.')
    const { place, root } = bookOf(files)
    const metadata = headFields([...named(root, 'metadata')][0] ?? null, names)
    const shown = textOf(zonesOf(chaptersOf(root, place, files), metadata), metadata)
    const encoded = { encoding: 'utf-8', encodingBy: 'declared', invalidBytes: 0 } as const
    return { ...shown, ...encoded, reader: id, zoneRules: 1, unseen: countUnseen(shown.text), textInSidecar: true }
  },
} satisfies Importer

/** The first book that the archive names, and where in the archive it stands. */
function bookOf(files: Unzipped): { readonly place: string; readonly root: PageElement } {
  const container = files.text('META-INF/container.xml')
  const place = container && [...named(rootOf(container), 'rootfile')][0]?.getAttribute('full-path')
  const source = place ? files.text(place) : null
  const root = source === null ? null : rootOf(source)
  if (!place || !root)
    throw new Problem('cannot-read', 'The file names no book: it is damaged, or another kind of file.')
  return { place, root }
}

/** The lines of all chapters, those that the book reads in between only on request too. */
function chaptersOf(root: PageElement, place: string, files: Unzipped): Line[] {
  const sources = new Map<string, string>()
  for (const item of named(root, 'item')) {
    const [name, source] = [item.getAttribute('id'), item.getAttribute('href')]
    if (name && source) sources.set(name, source)
  }
  const lines: Line[] = []
  for (const step of named(root, 'itemref')) {
    const source = sources.get(step.getAttribute('idref') ?? '')
    const chapter = source === undefined ? null : files.text(within(place, source))
    if (chapter === null) continue
    refuseMonsters(chapter)
    const body = [...named(rootOf(chapter), 'body')][0]
    if (body) lines.push(...linesOf(body))
  }
  return lines
}

/** Where a link that stands in one file of the archive leads. */
function within(place: string, link: string): string {
  const parts = place.split('/').slice(0, -1)
  for (const part of decoded(link.replace(/[?#].*$/s, '')).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}

/** Which element of the book's head says which field. */
const names: Readonly<Record<string, FieldName>> = {
  title: 'title',
  creator: 'byline',
  publisher: 'outlet',
  date: 'published',
  language: 'language',
}
