import type { Article } from '../article/article.ts'
import type { FieldName } from '../article/metadata.ts'
import { MAX_ARTICLE_BYTES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { knownKind } from '../text/refuseBinary.ts'
import { countUnseen } from '../text/unseen.ts'
import { edgeLines } from './docx/edges.ts'
import { mended } from './docx/mended.ts'
import { placesIn } from './docx/styles.ts'
import { readWord, type WordDocument } from './docx/word.ts'
import { linesOfWord } from './docx/wordLines.ts'
import { extensions } from './extensions.ts'
import { textOf, withTitle, type Zoned, zonesOf } from './html/zonedLines.ts'
import type { Importer } from './importer.ts'
import { type Unzipped, unzip } from './unzip.ts'
import { headFields, refuseMonstrousXml, rootOf } from './xml.ts'

const id = 'docx/1'

/**
 * A Word document as it reads with all changes accepted: paragraphs, headings,
 * items, rows, text boxes, and notes after the paragraph that they belong to.
 * What stands at the top and foot of every page and what somebody commented is
 * none of the article, and is there as boilerplate, before and after it.
 */
export const docx = {
  id,
  title: 'Word document',
  extensions: extensions.docx,

  async read(bytes: Uint8Array): Promise<Article> {
    if (bytes.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', `${bytes.byteLength} bytes.`)
    refuseOthers(bytes)
    const files = unzip(bytes, isRead, MAX_XML_MB)
    const document = await documentIn(files)
    const head = files.text('docProps/core.xml')
    if (head !== null) refuseMonstrousXml(head)
    const metadata = headFields(head === null ? null : rootOf(head), names, true)

    const styles = files.text('word/styles.xml')
    const places = styles === null ? new Map() : placesIn(styles)
    const lines = withTitle(linesOfWord(document, places), metadata.title?.value)
    const body = zonesOf(lines, metadata).map((line, i) => ({ ...line, zone: lines[i]!.zone ?? line.zone }))
    const comments = document.comments.flatMap(({ body }) =>
      linesOfWord({ children: body, notes: document.notes }, places),
    )
    const shown = textOf(
      [
        ...beside(edgesOf(files, 'header')),
        ...body,
        ...beside(edgesOf(files, 'footer')),
        ...beside(comments.map(({ words }) => words)),
      ],
      metadata,
    )
    const encoded = { encoding: 'utf-8', encodingBy: 'declared', invalidBytes: 0 } as const
    return { ...shown, ...encoded, reader: id, zoneRules: 1, unseen: countUnseen(shown.text), textInSidecar: true }
  },
} satisfies Importer

/** MB of XML, which hold two million words or more; reading them takes some 15 seconds and 2 GB. Pictures don't count. */
const MAX_XML_MB = 40

/** Throws a Problem for what is named like a Word document and is something else. */
function refuseOthers(bytes: Uint8Array): void {
  const kind = knownKind(bytes)
  if (kind === 'an old office document') refuseEnvelope(bytes)
  // Programs that make pages or text call them documents, so that Word opens them.
  if (kind === null && !bytes.subarray(0, 1000).includes(0) && bytes.byteLength > 0)
    throw new Problem('cannot-read', 'This is a text or a web page, not a Word document: the end of its name is wrong.')
  if (kind !== null && !kind.includes('ZIP'))
    throw new Problem('cannot-read', `This is ${kind}, not a Word document: the end of its name is wrong.`)
}

/** Documents with a password and those of Word 97 to 2003 stand in the same kind of envelope, which names its parts in UTF-16. */
function refuseEnvelope(bytes: Uint8Array): never {
  if (holds(bytes, 'EncryptedPackage')) throw new Problem('password-needed')
  const isWord = holds(bytes, 'WordDocument')
  const what = isWord ? 'a document of Word 97 to 2003 (.doc) under another name' : 'an old office document'
  throw new Problem('cannot-read', `This is ${what}. Save it as a Word document (.docx) to annotate it.`)
}

function holds(bytes: Uint8Array, word: string): boolean {
  const wanted = Array.from(word, letter => [letter.charCodeAt(0), 0]).flat()
  for (let at = bytes.indexOf(wanted[0]!); at !== -1; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true
  return false
}

/** The parts that hold words, or say how they are meant. */
function isRead(name: string): boolean {
  return (
    /\.(?:xml|rels)$/i.test(name) && !/(?:^|\/)(?:theme|glossary|customXml|embeddings|diagrams|charts)\//.test(name)
  )
}

async function documentIn(files: Unzipped): Promise<WordDocument> {
  const parts = {
    text(name: string) {
      const source = files.text(name)
      if (source === null) return null
      refuseMonstrousXml(source)
      return mended(source)
    },
  }
  try {
    return await readWord(parts)
  } catch (error) {
    if (error instanceof Problem) throw error
    const why = 'The file holds no document that can be read: it is damaged, or another kind of file.'
    throw new Problem('cannot-read', why, { cause: error })
  }
}

function edgesOf(files: Unzipped, edge: 'header' | 'footer'): string[] {
  const sources: string[] = []
  for (const name of files.names) {
    const source = new RegExp(`^word/${edge}\\d*\\.xml$`).test(name) ? files.text(name) : null
    if (source !== null) sources.push(source)
  }
  return edgeLines(sources)
}

function beside(lines: readonly string[]): Zoned[] {
  return lines.map(words => ({ words, zone: 'boilerplate' }))
}

/** Which element of a document's head says which field. When it was made isn't when it was published. */
const names: Readonly<Record<string, FieldName>> = {
  title: 'title',
  creator: 'byline',
  language: 'language',
}
