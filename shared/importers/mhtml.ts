import type { Article } from '../article/article.ts'
import { LONGEST_FIELD, type Metadata } from '../article/metadata.ts'
import { MAX_ARTICLE_BYTES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { decodeAs } from '../text/decode.ts'
import { knownKind } from '../text/refuseBinary.ts'
import { countUnseen } from '../text/unseen.ts'
import { extensions } from './extensions.ts'
import { decodePage } from './html/charset.ts'
import { articleOfPage } from './html/pageArticle.ts'
import type { Importer } from './importer.ts'
import { type Part, readMime } from './mime/parts.ts'

const id = 'mhtml/1'

/**
 * A page that a browser saved with its pictures and frames in one file. The page
 * itself is read as any page; its frames are not, which are other pages, and
 * mostly advertisements. When it was saved is no date of the article.
 */
export const mhtml = {
  id,
  title: 'Web archive',
  extensions: extensions.mhtml,

  async read(bytes: Uint8Array, chosen?: string): Promise<Article> {
    if (bytes.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', `${bytes.byteLength} bytes.`)
    const kind = knownKind(bytes)
    if (kind !== null)
      throw new Problem('cannot-read', `This is ${kind}, not a saved page: the end of its name is wrong.`)
    const archive = await readMime(bytes)
    const page = pageIn(archive)
    if (!page)
      throw new Problem('cannot-read', 'The file holds no page: it is damaged, or the end of its name is wrong.')
    const { text: source, ...encoded } =
      chosen === undefined ? decodePage(page.bytes, page.parameters['charset'] ?? null) : decodeAs(page.bytes, chosen)
    const shown = articleOfPage(source, fieldsOf(archive, page))
    return { ...shown, ...encoded, reader: id, zoneRules: 1, unseen: countUnseen(shown.text), textInSidecar: true }
  },
} satisfies Importer

/** The page that an archive is of: the part that it names as its root, or else the first page in it. */
function pageIn(part: Part): Part | undefined {
  if (part.type === 'text/html' || part.type === 'application/xhtml+xml') return part
  const root = part.parameters['start']
  const named = root && part.parts.find(({ contentId }) => contentId === root)
  return (named && pageIn(named)) || part.parts.map(pageIn).find(page => page !== undefined)
}

/** What the archive says of its page. */
function fieldsOf(archive: Part, page: Part): Metadata {
  const address = [
    archive.header('snapshot-content-location'),
    page.header('content-location'),
    archive.header('content-location'),
  ].find(one => one !== null && /^https?:\/\//i.test(one))
  const fields = Object.entries({ title: archive.header('subject'), address }).flatMap(([name, value]) =>
    value ? [[name, { value: value.slice(0, LONGEST_FIELD), by: 'head' as const }]] : [],
  )
  return Object.fromEntries(fields)
}
