import { Inflate } from 'fflate'
import type { Archive, ByteSource, Unpacked } from '../archive.ts'
import { docxLines } from './docxLines.ts'
import { heldDownload } from './download.ts'
import { documentsIn, isNexisUni, uniArticle } from './nexisUni.ts'
import { articlesOf } from './printed.ts'

/** What Nexis Uni and Nexis Advance download as a document: a cover with a list, then article after article, each with “Body” above it and “End of Document” below. */
export const nexisDocx: Archive = {
  id: 'nexis-docx/1',
  title: 'nexisDocx',
  extensions: ['docx'],
  recognises: head => isNexisUni(paragraphsIn(beginningOf(head))),
  articles,
}

async function* articles(source: ByteSource): AsyncIterable<Unpacked> {
  yield* articlesOf(documentsIn(docxLines(await heldDownload(source))), uniArticle)
}

/** The paragraphs of a document's source that may be cut off, as far as they go. */
function paragraphsIn(source: string): string[] {
  return source
    .split(/<\/w:p>/)
    .slice(0, -1)
    .flatMap(paragraph =>
      paragraph
        .replace(/<w:br\b[^>]*>/g, '\n')
        .replace(/<[^>]*>/g, '')
        .split('\n'),
    )
}

/** The beginning of the text's source, as much of it as the first bytes of a document hold; '' where they hold none. */
function beginningOf(head: Uint8Array): string {
  const name = latin.decode(head).indexOf('word/document.xml')
  if (name < 30) return ''
  const at = name - 30
  const two = (offset: number) => head[at + offset]! | (head[at + offset + 1]! << 8)
  const isEntry = head[at] === 0x50 && head[at + 1] === 0x4b && head[at + 2] === 3 && head[at + 3] === 4
  if (!isEntry || two(8) !== 8) return ''
  const parts: Uint8Array[] = []
  let length = 0
  const inflate = new Inflate(part => {
    parts.push(part)
    length += part.length
  })
  const data = head.subarray(name + two(26) + two(28))
  try {
    for (let from = 0; from < data.length && length < MOST; from += STEP) inflate.push(data.subarray(from, from + STEP))
  } catch {
    // What follows the text in the file is not packed like it.
  }
  return new TextDecoder().decode(joined(parts, Math.min(length, MOST)))
}

const latin = new TextDecoder('windows-1252')
/** Bytes that are unpacked of a beginning, at most, and at a time. */
const MOST = 4 * 1024 * 1024
const STEP = 4096

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part.subarray(0, length - at), at)
    at += Math.min(part.length, length - at)
  }
  return all
}
