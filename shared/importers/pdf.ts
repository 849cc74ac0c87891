import type { LoadingTask, PdfDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Article } from '../article/article.ts'
import { MAX_ARTICLE_BYTES, MAX_LINES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { countUnseen } from '../text/unseen.ts'
import { extensions } from './extensions.ts'
import { textOf } from './html/zonedLines.ts'
import type { Importer } from './importer.ts'
import { fieldsOf } from './pdf/fields.ts'
import { flowOf } from './pdf/flow.ts'
import { joinLines, wordsInside } from './pdf/hyphens.ts'
import { openPdf } from './pdf/libraries.ts'
import { piecesOf, type Turned } from './pdf/pieces.ts'
import { pdfZones } from './pdf/zones.ts'

const id = 'pdf/1'

/** A book has a thousand pages; what has more is an archive. */
const MAX_PAGES = 10_000

/**
 * A document as it is printed, as paragraphs in the order in which they are
 * read. What a page repeats of its neighbours is boilerplate. Pictures of text,
 * as scanners make them, have none.
 */
export const pdf = {
  id,
  title: 'PDF',
  extensions: extensions.pdf,

  async read(bytes: Uint8Array): Promise<Article> {
    if (bytes.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', `${bytes.byteLength} bytes.`)
    const task = await openPdf(bytes)
    try {
      const document = await opened(task)
      const [pages, metadata] = [await pagesOf(document), await fieldsOf(document)]
      const flow = flowOf(pages)
      if (flow.lines.length === 0) throw new Problem('no-text')
      const rows = flow.lines.map(({ paragraph }) => paragraph.rows.map(({ words }) => words))
      const known = wordsInside(rows.flat())
      const words = rows.map(lines => joinLines(lines, known))
      const shown = textOf(pdfZones(flow, words, metadata), metadata)
      const encoded = { encoding: 'utf-8', encodingBy: 'declared', invalidBytes: 0 } as const
      const empty = pages.flatMap((turned, i) => (turned.length === 0 ? [i + 1] : []))
      const pagesWithoutText = empty.length > 0 && { pagesWithoutText: empty }
      return {
        ...shown,
        ...encoded,
        ...pagesWithoutText,
        reader: id,
        zoneRules: 1,
        unseen: countUnseen(shown.text),
        textInSidecar: true,
      }
    } finally {
      await task.destroy()
    }
  },
} satisfies Importer

async function opened(task: LoadingTask): Promise<PdfDocument> {
  let document: PdfDocument
  try {
    document = await task.promise
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new Problem('password-needed', '', { cause: error })
    throw new Problem('cannot-read', 'The file is damaged: it is no whole PDF.', { cause: error })
  }
  if (document.numPages > MAX_PAGES) throw new Problem('too-large', `The PDF has more than ${MAX_PAGES} pages.`)
  return document
}

/** The text of every page. One that is damaged has what can be read of it; where none can be read, throws Problem `cannot-read`. */
async function pagesOf(document: PdfDocument): Promise<Turned[][]> {
  const pages: Turned[][] = []
  let damage: unknown
  let pieces = 0
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number)
      const turned = piecesOf(page, await page.getTextContent({ disableNormalization: true }))
      page.cleanup()
      pages.push(turned)
      pieces += turned.reduce((sum, one) => sum + one.pieces.length, 0)
    } catch (error) {
      damage = error
      pages.push([])
    }
    if (pieces > MAX_LINES) throw new Problem('too-large', `The PDF has more than ${MAX_LINES} pieces of text.`)
  }
  if (damage !== undefined && pieces === 0)
    throw new Problem('cannot-read', 'The file is damaged: none of its pages can be read.', { cause: damage })
  return pages
}
