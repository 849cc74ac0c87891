import type { Article } from '../article/article.ts'
import type { Metadata } from '../article/metadata.ts'
import { MAX_ARTICLE_BYTES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { knownKind } from '../text/refuseBinary.ts'
import { countUnseen } from '../text/unseen.ts'
import { extensions } from './extensions.ts'
import type { Line } from './html/lines.ts'
import { textOf, withTitle, type Zoned, zonesOf } from './html/zonedLines.ts'
import type { Importer } from './importer.ts'
import { type RtfDocument, readRtf } from './rtf/document.ts'

const id = 'rtf/1'

/**
 * Rich text as it reads with all changes accepted: paragraphs, rows, text boxes,
 * and notes after the paragraph that they belong to. What stands at the top and
 * foot of every page and what somebody commented is there as boilerplate.
 */
export const rtf = {
  id,
  title: 'Rich text',
  extensions: extensions.rtf,

  read(bytes: Uint8Array, chosen?: string): Article {
    if (bytes.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', `${bytes.byteLength} bytes.`)
    const kind = knownKind(bytes)
    if (kind !== null && kind !== 'a rich text document')
      throw new Problem('cannot-read', `This is ${kind}, not rich text: the end of its name is wrong.`)
    const document = readRtf(bytes, chosen)
    const metadata = fieldsOf(document)
    const { header, footer, comment } = document.beside
    const shown = textOf(
      [
        ...beside(header),
        ...zonesOf(withTitle(whole(document.lines), metadata.title?.value), metadata),
        ...beside(footer),
        ...beside(comment),
      ],
      metadata,
    )
    const { encoding, invalidBytes } = document
    const encodingBy = chosen === undefined ? 'declared' : 'person'
    const encoded = { encoding, encodingBy, invalidBytes } as const
    return { ...shown, ...encoded, reader: id, zoneRules: 1, unseen: countUnseen(shown.text), textInSidecar: true }
  },
} satisfies Importer

function fieldsOf({ title, author }: RtfDocument): Metadata {
  // When it was made isn't when it was published.
  const said = { title, byline: author }
  const fields = Object.entries(said).flatMap(([name, value]) => {
    const words = well(value).replace(/\s+/g, ' ').trim().slice(0, 1000)
    return words === '' ? [] : [[name, { value: words, by: 'head' }]]
  })
  return Object.fromEntries(fields)
}

function whole(lines: readonly Line[]): Line[] {
  return lines.map(line => ({ ...line, words: well(line.words) }))
}

/** Characters are told in halves; a half alone is none. */
function well(words: string): string {
  return words.replace(/\p{Surrogate}/gu, '\ufffd')
}

/** What is there at every page is said once. */
function beside(lines: readonly Line[]): Zoned[] {
  return [...new Set(lines.map(({ words }) => well(words)))].map(words => ({ words, zone: 'boilerplate' }))
}
